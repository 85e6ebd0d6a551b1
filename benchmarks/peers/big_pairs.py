#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pairs of large maps from file to figure: big_pairs.py [--most 7] [--runs 3] [--program build/areaclaim]

Draws, always the same, two coastlines of 10^5, 10^6 and 10^7 vertices of which a tenth has moved; writes them as
GeoJSON and FlatGeobuf; and prints what `diff --area-only` takes: processor time (best of the runs), peak memory, nanoseconds a
vertex, and by which power of the number of vertices time grew. Needs ogr2ogr for FlatGeobuf.
"""
import argparse
import math
import os
import resource
import subprocess
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
WAVES = [(2 ** k * 3 + k, 0.6 / 2 ** k, 0.7 * k) for k in range(14)]  # bays of bays


def position(turn, moved):
    """Degrees; a tenth of the line lies elsewhere in the later map."""
    radius = 8 + sum(size * math.sin(number * turn + phase) for number, size, phase in WAVES) * 0.4
    if moved and 1 < turn < 1 + math.pi / 5:
        radius += 0.3 * math.sin((turn - 1) * 5)
    return 30 + radius * math.cos(turn), 50 + 0.6 * radius * math.sin(turn)


def write_map(path, vertices, moved):
    with open(path, 'w', encoding='ascii') as file:
        file.write('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
                   '"geometry":{"type":"Polygon","coordinates":[[')
        for i in range(vertices):
            file.write('[%.9f,%.9f],' % position(2 * math.pi * i / vertices, moved))
        file.write('[%.9f,%.9f]]]}}]}\n' % position(0, moved))


def run(command):
    """Processor time in seconds and peak memory in MB of a command, and what it printed."""
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        text = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f'{command} ended with {process.returncode}')
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, text


def measure(program, pair, runs):
    results = [run([program, 'diff', '--area-only', '--quiet', '--json', *pair]) for _ in range(runs)]
    return min(result[0] for result in results), max(result[1] for result in results)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--most', type=int, default=7, help='the largest pair has 10 to this power of vertices')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--program', default=os.path.join(ROOT, 'build', 'areaclaim'))
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print('  vertices     format a file, MB   processor  a vertex    memory  power')
    last = {}
    with tempfile.TemporaryDirectory() as folder:
        for power in range(5, options.most + 1):
            pair = [os.path.join(folder, f'2022-09-0{day}.geojson') for day in (1, 2)]
            for moved, path in enumerate(pair):
                write_map(path, 10 ** power, moved == 1)
            packed = [path.replace('.geojson', '.fgb') for path in pair]
            for path, target in zip(pair, packed):
                subprocess.run(['ogr2ogr', target, path], check=True, env={**os.environ, 'OGR_GEOJSON_MAX_OBJ_SIZE': '0'})
            for name, paths in (('GeoJSON', pair), ('FlatGeobuf', packed)):
                seconds, memory = measure(options.program, paths, options.runs)
                grown = f'{math.log10(seconds / last[name]):.2f}' if name in last else ''
                last[name] = seconds
                print(f'{10 ** power:10} {name:>10} {os.path.getsize(paths[0]) / 1e6:10.1f} {seconds:9.2f} s '
                      f'{seconds * 1e9 / (2 * 10 ** power):6.0f} ns {memory:6.0f} MB {grown:>6}', flush=True)
            for path in pair + packed:
                os.remove(path)


if __name__ == '__main__':
    main()
