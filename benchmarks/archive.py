#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An archive of daily maps, and how long areaclaim takes for it the first time and the second.

    archive.py make MAPS OUT [--files 1641] [--contents 929]
    archive.py run PROGRAM OUT

`make` takes the GeoJSON maps in the folder MAPS, forwards and backwards in the order of their names as
often as it takes, and moves a few vertices of each turn by up to half a kilometre, wherever in the map
they occur, so that shared lines stay shared. Contents are spread over as many files as days; a file
that brings no new content repeats the one before, as such archives do. The same arguments make the
same bytes. `run` prints wall and processor time and memory of runs with an empty cache and with the
index that they leave, and the size of that index, and checks that both print the same.
"""
import argparse
import datetime
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

FIRST_DAY = datetime.date(2020, 1, 1)
MOVED_VERTICES = 20
MOST_DEGREES = 0.005


def positions(node):
    """Every [lon, lat] below a node of JSON."""
    if isinstance(node, list) and len(node) >= 2 and all(isinstance(v, (int, float)) for v in node):
        yield node
    elif isinstance(node, (list, dict)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from positions(child)


def collection_of(document):
    return document["value"] if "value" in document else document


def edited(text, seed, day, before):
    """The map with a few vertices moved, of another day."""
    document = json.loads(text)
    features = collection_of(document)["features"]
    every = [p for f in features for p in positions((f.get("geometry") or {}).get("coordinates"))]
    chance = random.Random(seed)
    moves = {}
    for place in chance.sample(every, min(MOVED_VERTICES, len(every))):
        nudge = [chance.uniform(-MOST_DEGREES, MOST_DEGREES) for _ in range(2)]
        moves[tuple(place[:2])] = [round(v + d, 6) for v, d in zip(place, nudge)]
    for place in every:
        place[:2] = moves.get(tuple(place[:2]), place[:2])
    for feature in features:
        properties = feature.get("properties") or {}
        for key in ("date", "_dateto"):
            if key in properties:
                properties[key] = day.isoformat()
        if "_datefrom" in properties:
            properties["_datefrom"] = before.isoformat()
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False)


def make(arguments):
    maps = sorted(p for p in pathlib.Path(arguments.maps).iterdir()
                  if p.suffix in (".json", ".geojson"))
    if not maps:
        sys.exit(f"{arguments.maps}: no maps (.json, .geojson) in it")
    texts = [p.read_text(encoding="utf-8") for p in maps]
    turn = texts + texts[-2:0:-1]
    out = pathlib.Path(arguments.out)
    out.mkdir(parents=True)
    day = FIRST_DAY
    made = 0
    for i in range(arguments.files):
        if made * arguments.files <= i * arguments.contents:
            before, day = day, FIRST_DAY + datetime.timedelta(days=i)
            text = edited(turn[made % len(turn)], made, day, before)
            made += 1
        name = (FIRST_DAY + datetime.timedelta(days=i)).isoformat() + maps[0].suffix
        (out / name).write_text(text, encoding="utf-8")
    print(f"{arguments.files} files, {made} contents in {out}")


def timed(words, cache):
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE,
                               env={**os.environ, "XDG_CACHE_HOME": cache})
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(words)}: failed")
    return out, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def case_about(folder, at):
    """A case with one claim in the middle of the archive."""
    days = sorted(p.stem for p in folder.iterdir())
    middle = len(days) // 2
    endings = {p.suffix for p in folder.iterdir()}
    files = ", ".join(f'"{folder}/*{ending}"' for ending in sorted(endings))
    case = pathlib.Path(at) / "case.toml"
    case.write_text(f'''title = "An archive"
holder = "the holder"
[[source]]
name = "maps"
files = [{files}]
[[claim]]
id = "one"
text = "500 square kilometres"
stated = {days[middle]}
since = {days[max(0, middle - 10)]}
measure = "lost"
''', encoding="utf-8")
    return str(case)


def run(arguments):
    folder = pathlib.Path(arguments.out).resolve()
    program = arguments.program
    with tempfile.TemporaryDirectory() as scratch:
        case = case_about(folder, scratch)
        commands = {"timeline": [program, "timeline", "--quiet", "--json", str(folder)],
                    "verify, one claim": [program, "verify", "--quiet", "--json", "--allow-outside", case],
                "verify, all maps": [program, "verify", "--quiet", "--json", "--allow-outside", "--all-maps", case]}
        print(f"{'':20} {'run':8} {'wall, s':>8} {'CPU, s':>8} {'MB':>6} {'index, MB':>9}")
        for name, words in commands.items():
            cache = tempfile.mkdtemp(dir=scratch)
            outputs = set()
            for label in ("first", "second", "third"):
                out, wall, processor, megabytes = timed(words, cache)
                outputs.add(out)
                index = sum(p.stat().st_size for p in pathlib.Path(cache).rglob("*") if p.is_file()) / 1e6
                print(f"{name:20} {label:8} {wall:8.3f} {processor:8.3f} {megabytes:6.0f} {index:9.1f}")
            if len(outputs) != 1:
                sys.exit(f"{name}: the runs differ")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make")
    making.add_argument("maps")
    making.add_argument("out")
    making.add_argument("--files", type=int, default=1641)
    making.add_argument("--contents", type=int, default=929)
    making.set_defaults(do=make)
    running = commands.add_parser("run")
    running.add_argument("program")
    running.add_argument("out")
    running.set_defaults(do=run)
    arguments = parser.parse_args()
    arguments.do(arguments)


if __name__ == "__main__":
    main()
