#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A series in PostGIS as in a GeoPackage: postgis_series.py PROGRAM MAPS_FOLDER.

Starts a server of its own, writes a part of the maps and then all, reads them, and compares with the maps' own table
and with the GeoPackage's rows. Skipped by name where PostGIS is not installed.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
from temporary_postgis import NotInstalled, TemporaryPostgis  # noqa: E402

failures = 0
FIGURES = ('date', 'held_km2', 'lost_km2', 'gained_km2', 'cumulative_lost_km2', 'cumulative_gained_km2')


def check(good, what):
    global failures
    if not good:
        failures += 1
        print('FAILED:', what)


def timeline(program, *arguments, code=0):
    """The answer as JSON, and all that was said."""
    ran = subprocess.run([program, 'timeline', '--json', *arguments], capture_output=True, text=True, check=False)
    check(ran.returncode == code, f'{arguments}: ends with {ran.returncode}: {ran.stderr}')
    return json.loads(ran.stdout or '{}'), ran.stdout + ran.stderr


def rows(answer):
    return [[row[figure] for figure in FIGURES] for row in answer.get('snapshots', [])]


def check_series(program, maps, database, folder):
    said = []
    package = os.path.join(folder, 'series.gpkg')
    for part in (maps[::2], maps):  # the others come between those that are there
        said.append(timeline(program, '--postgis', database.address, '--gpkg', package, *part)[1])
    check(f'{len(maps) // 2} map(s) added, {len(maps[::2])} were there' in said[1], 'only what is new is added')
    answer, text = timeline(program, *maps)
    stored, text = timeline(program, '--layer', 'areaclaim_snapshots', database.address)
    said.append(text)
    check(len(rows(answer)) == len(maps) and rows(answer) == rows(stored), 'the same table comes out')
    check(not any(database.password in text for text in said), 'the password is shown nowhere')
    return package


def check_tables(database, package):
    """The same rows as the package has, and a style for each."""
    for table, columns in (('areaclaim_snapshots', 'kind, areaclaim_class, map_date, end_date'),
                           ('areaclaim_changes', 'kind, areaclaim_class, start_date, end_date')):
        sql = f'SELECT {columns}, round(area_km2::numeric, 6) FROM {table} ORDER BY 3, 1'
        ours = database.sql(sql).splitlines()
        # ogr2ogr carries the package over beside it: what reads it finds the same.
        subprocess.run(['ogr2ogr', '-f', 'PostgreSQL', database.address, package, table, '-nln', 'copy_of_' + table],
                       check=True)
        check(ours and ours == database.sql(sql.replace(f'FROM {table}', f'FROM copy_of_{table}')).splitlines(),
              f'{table}: has the rows of the package')
        check(database.sql(f'SELECT bool_and(ST_IsValid(geom)), min(ST_SRID(geom)) FROM {table}') == 't|4326\n',
              f'{table}: is valid, in WGS84')
        styles = f"SELECT count(*) FROM layer_styles WHERE f_table_name = '{table}' AND useasdefault"
        check(database.sql(styles) == '1\n', f'{table}: has its style')
    worst = database.sql('SELECT max(abs(ST_Area(geom::geography) / 1e6 - area_km2) / greatest(area_km2, 1)) '
                         'FROM areaclaim_snapshots')
    check(float(worst) < 1e-3, f'PostGIS measures the same areas: {worst}')


def check_failures(program, maps, database):
    """Nothing is left of what fails, and nothing of others is changed."""
    database.sql('CREATE SCHEMA other; '
                 'CREATE TABLE other.areaclaim_snapshots (id int, geom geometry(MultiPolygon, 4326)); '
                 'INSERT INTO other.areaclaim_snapshots VALUES (7, NULL)')
    _, said = timeline(program, '--postgis', database.address + ' active_schema=other', maps[0], code=3)
    check(database.sql('SELECT id FROM other.areaclaim_snapshots') == '7\n', "another's table stays: " + said)
    check(database.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'other'") == '1\n', 'no table is left behind')
    wrong = database.address.replace(database.password, 'not-the-password')
    _, said = timeline(program, '--postgis', wrong, maps[0], code=3)
    check('not-the-password' not in said, 'a password that is wrong is shown nowhere either')


def main():
    program, maps = os.path.abspath(sys.argv[1]), sorted(glob.glob(os.path.join(sys.argv[2], '*.geojson')))
    try:
        with TemporaryPostgis() as database, tempfile.TemporaryDirectory() as folder:
            package = check_series(program, maps, database, folder)
            check_tables(database, package)
            check_failures(program, maps, database)
    except NotInstalled as missing:
        print(f'skipped: {missing} is not installed')
        return
    print('PostGIS:', 'all is well' if failures == 0 else f'{failures} failed')
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
