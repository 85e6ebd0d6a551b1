#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A series of maps by areaclaim, GeoPandas and PostGIS, in turns: run.py FOLDER [--runs 7] [--program build/areaclaim]

FOLDER has files as the profile nzz knows them. Whole processes are timed, from the files to the table; of PostGIS only
the query, as its tables are loaded before. In its turn each runs twice, and the second run counts: none pays for what the
one before it left in the caches. Prints medians of wall and processor time, the ratios, the versions, and
whether the figures agree with ours of geodesic edges, which they take for areas; ends with 1 where they do not.
"""
import argparse
import glob
import json
import os
import resource
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..', '..')
sys.path.insert(0, os.path.join(ROOT, 'tests', 'support'))
from temporary_postgis import NotInstalled, TemporaryPostgis  # noqa: E402

# They and we mend faulty rings each in our own way, and cut edges that are straight in longitude and latitude, whose
# pieces are other geodesics.
TOLERANCE_KM2 = 0.1
FIGURES = ('held_km2', 'lost_km2', 'gained_km2')


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout


class Entrant:
    """A command and what it took, run by run."""

    def __init__(self, name, command, rows, processor_time_of=processor_time):
        self.name, self.command, self.rows, self.clock = name, command, rows, processor_time_of
        self.wall, self.processor, self.out = [], [], ''

    def run(self):
        output(self.command)
        began, used = time.perf_counter(), self.clock()
        self.out = output(self.command)
        self.wall.append(time.perf_counter() - began)
        self.processor.append(self.clock() - used)


def from_json(text):
    return {row['date']: [row[figure] for figure in FIGURES] for row in json.loads(text)['snapshots']}


def from_psql(text):
    return {line.split('|')[0]: [float(part) for part in line.split('|')[1:]] for line in text.splitlines()}


def load(database, paths):
    """The held features of all files, as they stand."""
    database.sql('CREATE TABLE documents (path text, document json)')
    lines = []
    for path in paths:
        with open(path, encoding='utf-8') as file:
            document = json.dumps(json.load(file))
        lines.append(f'{os.path.basename(path)}\t' + document.replace('\\', '\\\\'))
    database.sql('COPY documents FROM STDIN', stdin='\n'.join(lines) + '\n')
    database.sql("""CREATE TABLE features AS
        SELECT path, left(f->'properties'->>'date', 10) AS day,
               ST_SetSRID(ST_GeomFromGeoJSON(f->>'geometry'), 4326) AS geom
        FROM documents, json_array_elements(document->'value'->'features') f
        WHERE f->'properties'->>'type' IN ('nochange', 'gains')""")
    database.sql('ANALYZE features')


def farthest(ours, theirs):
    """The largest difference of any figure, and where it is; infinite where the days differ."""
    if ours.keys() != theirs.keys():
        return float('inf'), 'the days differ'
    return max((abs(a - b), f'{figure} of {day}') for day in ours
               for a, b, figure in zip(ours[day], theirs[day], FIGURES))


def ratio(theirs, mine):
    return statistics.median(t / m for t, m in zip(theirs, mine))


def report(entrants, figures):
    ours = entrants[0]
    good = True
    print(f'{len(ours.wall)} runs each, in turns; medians of wall and processor time, and of their ratios to ours\n')
    print(f'{"":10} {"wall":>11} {"ratio":>7} {"processor":>12} {"ratio":>7}   figures differ by at most')
    for entrant in entrants:
        wall, processor = statistics.median(entrant.wall), statistics.median(entrant.processor)
        differ = ''
        if entrant is not ours:
            apart, where = farthest(figures, entrant.rows(entrant.out))
            good = good and apart <= TOLERANCE_KM2
            differ = f'{apart:.6f} km² ({where})'
        ratios = [ratio(getattr(entrant, time), getattr(ours, time)) for time in ('wall', 'processor')]
        print(f'{entrant.name:10} {1000 * wall:8.1f} ms {ratios[0]:7.1f} {1000 * processor:9.1f} ms {ratios[1]:7.1f}   '
              f'{differ}')
    if not good:
        print(f'FAILED: figures differ by more than {TOLERANCE_KM2} km²')
    return good


def versions(database):
    import geopandas  # pylint: disable=import-outside-toplevel
    import pyproj  # pylint: disable=import-outside-toplevel
    import shapely  # pylint: disable=import-outside-toplevel
    print(f'GeoPandas {geopandas.__version__}, shapely {shapely.__version__}, pyproj {pyproj.__version__}')
    if database:
        print(database.sql('SELECT postgis_full_version()').strip())


def measure(program, paths, runs, database):
    # A first run each time: the others read every map, too.
    ours = [program, 'timeline', '--quiet', '--json', '--no-cache', '--profile', 'nzz', *paths]
    entrants = [Entrant('areaclaim', ours, from_json),
                Entrant('GeoPandas', [sys.executable, os.path.join(HERE, 'geopandas_series.py'), *paths], from_json)]
    if database:
        load(database, paths)
        entrants.append(Entrant('PostGIS', [os.path.join(database.bin, 'psql'), '-X', '-q', '-A', '-t', '-f',
                                            os.path.join(HERE, 'postgis_series.sql'), database.dsn], from_psql,
                                database.processor_time))
    for _ in range(runs):
        for entrant in entrants:
            entrant.run()
    good = report(entrants, from_json(output([*ours, '--edges', 'geodesic'])))
    versions(database)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('folder')
    parser.add_argument('--runs', type=int, default=7)
    parser.add_argument('--program', default=os.path.join(ROOT, 'build', 'areaclaim'))
    options = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(options.folder, '*.json')))
    if not paths:
        sys.exit(f'{options.folder}: no .json files')
    try:
        with TemporaryPostgis() as database:
            good = measure(options.program, paths, options.runs, database)
    except NotInstalled as missing:
        print(f'PostGIS is left out: {missing} is not installed')
        good = measure(options.program, paths, options.runs, None)
    sys.exit(0 if good else 1)


if __name__ == '__main__':
    main()
