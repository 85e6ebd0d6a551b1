#!/bin/sh
# SPDX-License-Identifier: MIT
# The bundled boundaries are what draw.sh makes of places.csv and fronts.csv, byte for byte.
set -eu
example=$1
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$example/draw.sh" "$made"
diff -r "$example/boundaries" "$made"
