#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# completion.sh PROGRAM SOURCE_DIR: the completion files and the manual pages know every option that
# --help lists, and bash's completion offers no other.
set -uo pipefail
program=$1
source_dir=$2
completion=$source_dir/tools/completion
man=$source_dir/docs/man
failures=0
fail() {
    printf 'FAILED: %s\n' "$*"
    failures=$((failures + 1))
}

# Long options at the start of a line of --help; those in descriptions are not meant.
options_of() {
    "$program" "$@" --help | sed -n -E 's/^  (-[a-zA-Z],)?(--[a-z-]+).*/\2/p' | sort -u
}

source "$completion/areaclaim.bash"
offered() {
    COMP_WORDS=(areaclaim "$@" --)
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    _areaclaim
    printf '%s\n' "${COMPREPLY[@]}" | grep '^--' | sort -u
}

commands=$("$program" --help | sed -n '/^Subcommands:/,/^[A-Z]/s/^  \([a-z]*\) .*/\1/p')
[ "$(wc -w <<<"$commands")" -ge 7 ] || fail "--help lists too few commands: $commands"
for command in '' $commands; do
    real=$(options_of $command)
    [ -n "$real" ] || fail "no options found in: areaclaim $command --help"
    if [ "$real" != "$(offered $command)" ]; then
        fail "bash completion of 'areaclaim $command' differs:"
        diff <(echo "$real") <(offered $command)
    fi
    page=$man/areaclaim${command:+-$command}.1
    [ -f "$page" ] || fail "no manual page $page"
    for option in $real; do
        grep -q -e "$option\\b" "$completion/_areaclaim" || fail "zsh does not know $option"
        grep -q -e "-l ${option#--}\\b" "$completion/areaclaim.fish" || fail "fish does not know $option"
        grep -q -e "Fl \\(. , Fl \\)\\?-${option#--}\\b" "$page" "$man/areaclaim.1" ||
            fail "$page does not tell of $option"
    done
    "$program" $command --help | grep -q '^Examples:' || fail "areaclaim $command --help has no example"
    for section in DIAGNOSTICS EXAMPLES; do
        grep -q "^.Sh $section" "$page" || fail "$page has no $section"
    done
done
if command -v mandoc >/dev/null; then
    for page in "$man"/*.1; do
        mandoc -Tlint -W warning "$page" || fail "$page has faults"
    done
fi
[ "$failures" -eq 0 ] && echo "completion and manual pages know every option"
exit "$((failures > 0))"
