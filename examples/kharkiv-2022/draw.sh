#!/bin/sh
# SPDX-License-Identifier: MIT
# Draws boundaries/DATE.geojson from places.csv and fronts.csv: the front of the day from north to
# south through the places listed, then round the drawing's fixed frame in the east and along the
# state border back to where it began. Nothing else goes into a boundary.
set -eu
cd "$(dirname "$0")"
out=${1:-boundaries}
mkdir -p "$out"
awk -F, -v out="$out" '
    # South-east, east and the border, counter-clockwise; a front that begins further along the
    # border (Topoli) leaves the border places before it out.
    BEGIN {
        tail = "Raihorodok,Siversk,South-east corner,Troitske,Oskil at Topoli,Border at Chuhunivka," \
               "Border at Budarky,Border at Shebekino crossing,Border at Hoptivka"
        count = split(tail, closing, ",")
    }
    FNR == 1 { next }
    FILENAME == "places.csv" { position[$1] = "[" $3 ", " $2 "]"; next }
    {
        if (!($2 in position)) { print "fronts.csv: no such place: " $2 > "/dev/stderr"; exit 1 }
        if (!($1 in ring)) { first[$1] = $2; dates[++days] = $1 }
        ring[$1] = ring[$1] "      " position[$2] ",\n"
    }
    END {
        for (d = 1; d <= days; ++d) {
            date = dates[d]
            file = out "/" date ".geojson"
            text = ring[date]
            for (i = 1; i <= count && closing[i] != first[date]; ++i)
                text = text "      " position[closing[i]] ",\n"
            text = text "      " position[first[date]] "\n"
            printf "{\n  \"type\": \"FeatureCollection\",\n  \"name\": \"schematic %s\",\n", date > file
            printf "  \"features\": [{\n    \"type\": \"Feature\",\n" > file
            printf "    \"properties\": {\"date\": \"%s\", \"note\": \"schematic, not a survey\"},\n", date > file
            printf "    \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[\n%s    ]]}\n  }]\n}\n", text > file
        }
    }' places.csv fronts.csv
