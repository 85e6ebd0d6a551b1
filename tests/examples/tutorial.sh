#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# tutorial.sh PROGRAM SOURCE_DIR: every command of docs/tutorial.md runs, in its order, and prints the lines that
# stand below it there. Commands are the lines that begin with four spaces and "$ "; "…" stands for lines left out, and
# "areaclaim" for the program.
set -uo pipefail
program=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$source_dir/examples" "$work/examples"
mkdir "$work/bin"
ln -s "$(realpath "$program")" "$work/bin/areaclaim"
export PATH="$work/bin:$PATH" COLUMNS=100 XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"
unset NO_COLOR
failures=0
commands=0
output=''

# The program's own lines, with what differs by machine taken out.
plain() { sed -E 's/GEOS [0-9][^ ]*/GEOS VERSION/g'; }

run() {
    commands=$((commands + 1))
    if ! output=$(cd "$work" && bash -c "$1" 2>&1 | plain; exit "${PIPESTATUS[0]}"); then
        printf 'FAILED: %s\n%s\n' "$1" "$output"
        failures=$((failures + 1))
    fi
}

command=''
while IFS= read -r line; do
    case $line in
    '    $ '*) command=${line#    \$ } ;;
    '    > '*) command+=$'\n'${line#    > } ;;
    '    …'* | '') [ -z "$command" ] || { run "$command"; last=$command; command=''; } ;;
    '    '*)
        [ -z "$command" ] || { run "$command"; last=$command; command=''; }
        shown=$(plain <<<"${line#    }")
        if ! grep -qxF -e "$shown" <<<"$output"; then
            printf 'FAILED: %s\n  does not print: %s\n' "$last" "$shown"
            failures=$((failures + 1))
        fi
        ;;
    *) [ -z "$command" ] || { run "$command"; last=$command; command=''; } ;;
    esac
done <"$source_dir/docs/tutorial.md"
[ -z "$command" ] || run "$command"
[ "$commands" -ge 8 ] || { echo "the tutorial has only $commands commands"; failures=$((failures + 1)); }
[ "$failures" -eq 0 ] && echo "the tutorial's $commands commands do what it says"
exit "$((failures > 0))"
