#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The rows of a series by GeoPandas, as someone who knows it writes them: geopandas_series.py FILE...

Each file is read once; files that repeat a map are one map; features of a map are united; consecutive maps are compared
as whole columns (vectorised by shapely 2 or pygeos); areas are geodesic, by pyproj.Geod. Prints JSON.
"""
import json
import sys

import geopandas
import pyproj
from shapely.geometry.polygon import orient

HELD = ('nochange', 'gains')
GEOD = pyproj.Geod(ellps='WGS84')


def area_km2(geometry):
    parts = getattr(geometry, 'geoms', [geometry])
    polygons = [part for part in parts if part.geom_type == 'Polygon' and not part.is_empty]
    return sum(GEOD.geometry_area_perimeter(orient(polygon))[0] for polygon in polygons) / 1e6


def maps(paths):
    """A table with a row for each map: its day, and what is held."""
    features = {}
    for path in paths:
        with open(path, encoding='utf-8') as file:
            document = json.load(file)
        for feature in document['value']['features']:
            properties = feature['properties']
            if properties['type'] in HELD:
                features.setdefault(properties['date'][:10], {}).setdefault(path, []).append(feature)
    rows = [dict(feature, properties={'day': day}) for day, by_file in sorted(features.items())
            for feature in next(iter(by_file.values()))]  # later files of a day repeat it
    table = geopandas.GeoDataFrame.from_features(rows, crs='EPSG:4326')
    table['geometry'] = table.geometry.buffer(0)
    return table.dissolve('day')


def main():
    held = maps(sys.argv[1:]).geometry
    before = held.shift(1).iloc[1:]
    after = held.iloc[1:]
    lost = before.difference(after, align=False)
    gained = after.difference(before, align=False)
    rows = [{'date': held.index[0], 'held_km2': area_km2(held.iloc[0]), 'lost_km2': 0.0, 'gained_km2': 0.0}]
    for day, *regions in zip(after.index, after, lost, gained):
        rows.append({'date': day, **dict(zip(('held_km2', 'lost_km2', 'gained_km2'), map(area_km2, regions)))})
    json.dump({'snapshots': rows}, sys.stdout)


if __name__ == '__main__':
    main()
