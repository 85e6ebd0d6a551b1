#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What it costs to start: start.py PROGRAM BEFORE AFTER [--runs 100]

Runs `diff --area-only BEFORE AFTER`, the same with one thread, and for comparison GDAL's `ogrinfo --version`, which reads
no file, and /bin/true, in turns, each of them twice, of which the second counts: none pays for what the one before it
left in the caches. Prints the best and the median processor time of each whole process, and the ratio of the best times
to the first.
"""
import argparse
import os
import resource
import statistics
import subprocess


def processor_ms(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('program')
    parser.add_argument('before')
    parser.add_argument('after')
    parser.add_argument('--runs', type=int, default=100)
    options = parser.parse_args()
    pair = [options.before, options.after]
    commands = {
        'diff --area-only': [os.path.abspath(options.program), 'diff', '--area-only', *pair],
        'diff, one thread': [os.path.abspath(options.program), 'diff', '--area-only', '--threads', '1', *pair],
        'ogrinfo --version': ['ogrinfo', '--version'],
        '/bin/true': ['/bin/true'],
    }
    taken = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            processor_ms(command)
            taken[name].append(processor_ms(command))
    ours = min(taken['diff --area-only'])
    print(f'{"":20}{"best, ms":>10}{"median":>10}{"ratio":>8}')
    for name, times in taken.items():
        print(f'{name:20}{min(times):10.2f}{statistics.median(times):10.2f}{min(times) / ours:8.2f}')


if __name__ == '__main__':
    main()
