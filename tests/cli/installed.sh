#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# installed.sh BUILD_DIR CMAKE: the installed program runs on its own, finds its modules wherever it
# stands, and brings its manual and completions.
set -euo pipefail
build=$1
cmake=$2
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
"$cmake" --install "$build" --prefix "$prefix/first" >/dev/null
mv "$prefix/first" "$prefix/moved"
cd "$prefix"
cat >2022-09-08.kml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><Polygon><outerBoundaryIs><LinearRing>
<coordinates>30,50 31,50 31,51 30,51 30,50</coordinates>
</LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>
END
# KML is read by the module that sees GDAL. The area is that of tests/cli/json_test.cpp's degree box.
moved/bin/areaclaim area --json 2022-09-08.kml | grep -q '"held_km2": 7892\.2188'
moved/bin/areaclaim verify --help | grep -q '^Examples:'
test -s moved/share/man/man1/areaclaim-verify.1
test -s moved/share/bash-completion/completions/areaclaim
echo "the installed program works"
