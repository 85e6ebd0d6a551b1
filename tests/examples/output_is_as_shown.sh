#!/bin/sh
# SPDX-License-Identifier: MIT
# output_is_as_shown.sh PROGRAM SOURCE_DIR: the example prints what expected.txt and checked.txt hold, and the README
# shows lines of them, in their order. After a wanted change: `output_is_as_shown.sh PROGRAM SOURCE_DIR write`.
set -eu
program=$(realpath "$1")
source_dir=$(realpath "$2")
example=examples/kharkiv-2022
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
export COLUMNS=100
# The version of GEOS is the machine's.
plain() { sed 's/GEOS [0-9][^ ]*/GEOS VERSION/'; }
cd "$source_dir"
"$program" verify "$example/case.toml" | plain >"$made/expected.txt"
"$program" check "$example/article.txt" --desk "$example/desk.toml" --published 2022-09-11 --quiet \
    --out "$made/out" | plain >"$made/checked.txt"
for output in expected.txt checked.txt; do
    [ "${3:-}" != write ] || cp "$made/$output" "$example/$output"
    diff "$example/$output" "$made/$output"
done

# The README's block from the line FROM to the line TO, but for what it says to leave out.
shown() { # FROM TO OUTPUT LINES
    sed -n "/^    \\\$ $1/,/$2/{/^    \\\$/d;/^          --/d;/^    \\[ .* \\]\$/d;/^ *\$/d;/^    /!d;s/^    //;p}" README.md | plain |
        awk -v output="$made/$3" -v least="$4" '
            { found = 0
              while ((getline line < output) > 0) if (line == $0) { found = 1; break }
              if (!found) { print "README shows a line that the example does not print there: " $0; bad = 1; exit } }
            END { if (NR < least) { print "README shows too little of the example"; bad = 1 }; exit bad }'
}
shown '.\/dev demo' '^    \$ .\/dev test' expected.txt 12
shown 'areaclaim check' '^.case.toml. keeps' checked.txt 8
