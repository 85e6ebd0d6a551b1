# SPDX-License-Identifier: MIT
# Completion for bash. tests/cli/completion.sh holds it against what each command's --help lists.
_areaclaim() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local common='--json --quiet --color --unit --help'
    local maps='--profile --layer --where --fill --antimeridian --max-size --edges --threads'
    local verdict_options='--sigma --error-model --simulate --seed --fail-on --explain --reasons-lang --scale
        --geojson --gpkg --html --yardstick-outline --evidence --no-copy --out --force'
    local verdicts='consistent overstated understated contradicted undecidable'
    local commands='area check claims diff inspect replay timeline verify yardstick'
    local command='' word options values=''
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case " $commands " in *" $word "*) command=$word; break ;; esac
    done
    case $command in
    area) options="$common $maps --no-cache --strict --classes --within" ;;
    check) options="$common $maps --no-cache --all-maps $verdict_options --maps --desk --published --lang --holder --within" ;;
    claims) options="$common --lang --published --holder --case" ;;
    diff) options="$common $maps --classes --within --check --area-only --geojson --force" ;;
    inspect) options="$common $maps" ;;
    replay) options="$common" ;;
    timeline) options="$common $maps --no-cache --strict --classes --within --since --until --weekly --monthly
        --every-file --crossing --measure --csv --svg --claims --gpkg --postgis --force" ;;
    verify) options="$common $maps --no-cache --all-maps $verdict_options --before --after --claim --stated --since --measure
        --lang --published --holder --within --outline --allow-outside --allow-network" ;;
    yardstick) options="$common --near" ;;
    *) options="$common --version $commands" ;;
    esac
    case $previous in
    --color) values='auto always never' ;;
    --edges) values='straight geodesic' ;;
    --classes) values='confirmed contested claimed' ;;
    --fill) values='nonzero evenodd' ;;
    --antimeridian) values='short long refuse' ;;
    --measure)
        values='lost gained net held'
        [[ $command == timeline ]] && values+=' gross'
        ;;
    --error-model) values='redrawn retraced' ;;
    --reasons-lang | --report-lang) values='en da de no uk' ;;
    --unit) values='km2 mi2 ha acres auto' ;;
    --fail-on) values=$verdicts ;;
    --lang) values='da de en es fr it nb nl nn pl ru sv uk' ;;
    --profile)
        values='plain nzz deepstate isw uacontrolmap fire glacier'
        COMPREPLY=($(compgen -f -- "$current"))
        ;;
    --layer | --where | --threads | --crossing | --claim | --stated | --since | --published | \
        --holder | --near | --until | --simulate | --seed | --sigma) return ;;
    esac
    if [[ -n $values ]]; then
        COMPREPLY+=($(compgen -W "$values" -- "$current"))
    elif [[ $current == -* || -z $command ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    else
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$current"))
    fi
}
complete -F _areaclaim areaclaim
