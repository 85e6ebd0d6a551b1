#!/bin/sh
# SPDX-License-Identifier: MIT
# output_is_as_shown.sh PROGRAM SOURCE_DIR: the example prints what expected.txt holds, and the README shows
# lines of that, in its order. After a wanted change: `output_is_as_shown.sh PROGRAM SOURCE_DIR write`.
set -eu
program=$1
example=$2/examples/kharkiv-2022
made=$(mktemp)
trap 'rm -f "$made"' EXIT
# The version of GEOS is the machine's.
(cd "$2" && COLUMNS=100 "$program" verify examples/kharkiv-2022/case.toml) |
    sed 's/GEOS [0-9][^ ]*/GEOS VERSION/' >"$made"
[ "${3:-}" != write ] || cp "$made" "$example/expected.txt"
diff "$example/expected.txt" "$made"

# The README's block from "$ ./dev demo" to "$ ./dev test", but for what it says to leave out.
sed -n '/^    \$ \.\/dev demo/,/^    \$ \.\/dev test/{/^    \$/d;/^    \[ .* \]$/d;/^$/d;s/^    //;p}' "$2/README.md" |
    sed 's/GEOS [0-9][^ ]*/GEOS VERSION/' |
    awk -v output="$made" '
        { found = 0
          while ((getline line < output) > 0) if (line == $0) { found = 1; break }
          if (!found) { print "README shows a line that the example does not print there: " $0; bad = 1; exit } }
        END { if (NR < 20) { print "README shows too little of the example"; bad = 1 }; exit bad }'
