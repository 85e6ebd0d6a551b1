# SPDX-License-Identifier: MIT
# Completion for fish. tests/cli/completion.sh holds it against what each command's --help lists.
set -l commands area claims diff inspect timeline verify yardstick
set -l map_commands area diff inspect timeline verify

complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -f
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -l version -d 'Versions'
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -a area -d 'Area held per map'
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -a claims -d 'Claims in a text'
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -a diff -d 'Change between two maps'
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -a inspect -d 'What is in a file'
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -a timeline -d 'A row for each map'
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -a verify -d 'A verdict for each claim'
complete -c areaclaim -n "not __fish_seen_subcommand_from $commands" -a yardstick -d 'Area of a region'

complete -c areaclaim -l json -d 'One JSON document'
complete -c areaclaim -s q -l quiet -d 'No notes, warnings or progress'
complete -c areaclaim -l color -x -a 'auto always never' -d 'Colour'
complete -c areaclaim -s h -l help -d 'Options and an example'

complete -c areaclaim -n "__fish_seen_subcommand_from $map_commands" -l profile -r -a 'plain nzz deepstate isw uacontrolmap' -d 'Source profile'
complete -c areaclaim -n "__fish_seen_subcommand_from $map_commands" -l layer -x -d 'This layer only'
complete -c areaclaim -n "__fish_seen_subcommand_from $map_commands" -l where -x -d 'Condition'
complete -c areaclaim -n "__fish_seen_subcommand_from $map_commands" -l fill -x -a 'nonzero evenodd' -d 'What is inside'
complete -c areaclaim -n "__fish_seen_subcommand_from $map_commands" -l edges -x -a 'straight geodesic' -d 'What joins two vertices'
complete -c areaclaim -n "__fish_seen_subcommand_from $map_commands" -l threads -x -d 'Threads'

complete -c areaclaim -n '__fish_seen_subcommand_from area diff timeline' -l classes -x -a 'confirmed contested claimed' -d 'What counts as held'
complete -c areaclaim -n '__fish_seen_subcommand_from diff' -l check -d 'Second computation with GEOS'
complete -c areaclaim -n '__fish_seen_subcommand_from diff' -l area-only -d 'Areas only'
complete -c areaclaim -n '__fish_seen_subcommand_from diff verify' -l geojson -r -d 'Write the regions'
complete -c areaclaim -n '__fish_seen_subcommand_from timeline' -l every-file -d 'One row per file'
complete -c areaclaim -n '__fish_seen_subcommand_from timeline' -l crossing -x -d 'When a figure was reached'
complete -c areaclaim -n '__fish_seen_subcommand_from timeline' -l csv -d 'CSV'
complete -c areaclaim -n '__fish_seen_subcommand_from timeline verify' -l measure -x -a 'lost gained net held' -d 'What is counted'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l before -r -d 'Map of the start'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l after -r -d 'Map of the end'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l claim -x -d 'Words of a claim'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l stated -x -d 'Day it was made'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l since -x -d 'Day it counts from'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l within -r -d 'Region of interest'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l fail-on -x -a 'consistent overstated understated contradicted undecidable' -d 'Exit with 1 at these'
complete -c areaclaim -n '__fish_seen_subcommand_from verify' -l out -r -d 'Write all to a folder'
complete -c areaclaim -n '__fish_seen_subcommand_from claims verify' -l lang -x -a 'da de en es fr it nb nl nn pl ru sv uk' -d 'Language'
complete -c areaclaim -n '__fish_seen_subcommand_from claims' -l case -d 'Draft of a case file'
complete -c areaclaim -n '__fish_seen_subcommand_from claims verify' -l published -x -d 'Day of publication'
complete -c areaclaim -n '__fish_seen_subcommand_from claims verify' -l holder -x -d 'Whose territory'
complete -c areaclaim -n '__fish_seen_subcommand_from yardstick' -l near -x -d 'Regions near this area'
