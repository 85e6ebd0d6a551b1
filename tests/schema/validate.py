#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Validates what the program writes with --json against docs/schema.

validate.py PROGRAM SOURCE_FOLDER [DOCUMENTS]; DOCUMENTS is where the tests of the command line keep
every document that they had it write (AREACLAIM_KEEP_JSON). Ends with 77 (skipped) without Debian's python3-jsonschema.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
inputs = source / "tests/cli/inputs"
example = source / "examples/kharkiv-2022"

# Every command, and of each the forms of its document: with and without what may be null.
RUNS = [
    ("area", ["2022-09-08.geojson", "2022-09-11.geojson"]),
    ("area", ["--profile", "classes.toml", "--classes", "contested", "classes.geojson"]),
    ("diff", ["--check", "before.geojson", "2022-09-11.geojson"]),
    ("diff", ["bowtie.geojson", "2022-09-11.geojson"]),
    ("diff", ["--edges", "geodesic", "2022-09-08.geojson", "2022-09-11.geojson"]),
    ("timeline", ["--crossing", "1000", str(example / "boundaries")]),
    ("timeline", ["--crossing", "1", "--measure", "held", "2022-09-08.geojson"]),
    ("timeline", ["--every-file", "2022-09-08.geojson", "2022-09-11.geojson"]),
    ("claims", ["article.txt"]),
    ("claims", ["--published", "2022-09-10", "article.txt"]),
    ("yardstick", ["Lolland"]),
    ("yardstick", ["--near", "1000"]),
    ("inspect", ["bowtie.geojson", "2022-09-11.geojson"]),
    ("verify", [str(example / "case.toml")]),
    ("verify", ["--scale", str(example / "scale.toml"), str(example / "case.toml")]),
    ("verify", ["--simulate", "20", "--reasons-lang", "da", "case.toml"]),
    ("verify", ["--before", "2022-09-08.geojson", "--after", "2022-09-11.geojson",
                "--claim", "2,000 km² or so", "--claim", "twice the size of Luxembourg"]),
    ("verify", ["--within", "2022-09-08.geojson", "--before", "2022-09-08.geojson", "--after",
                "2022-09-11.geojson", "--measure", "net", "--claim", "more than 2,000 km²"]),
]


def kept_runs(folder):
    """Runs on what an earlier one left: evidence, a drafted case."""
    subprocess.run([program, "verify", "--quiet", "--evidence", f"{folder}/evidence", "case.toml"], cwd=inputs,
                   capture_output=True, check=True)
    return [("replay", [f"{folder}/evidence"]),
            ("check", ["counteroffensive.txt", "--maps", "2022-09-08.geojson", "2022-09-11.geojson",
                       "--published", "2022-09-11", "--out", f"{folder}/checked"])]


def schema_of(command):
    command = {"check": "verify"}.get(command, command)
    path = source / "docs/schema" / f"{command}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def main():
    with tempfile.TemporaryDirectory() as folder:
        failures = failures_of(RUNS + kept_runs(folder))
    if len(sys.argv) > 3:
        failures += failures_of_documents(pathlib.Path(sys.argv[3]))
    return 1 if failures else 0


def failures_of_documents(folder):
    validators = {}
    failures = 0
    documents = sorted(folder.glob("*.json"))
    for path in documents:
        document = json.loads(path.read_text(encoding="utf-8"))
        command = document["schema"].split("/")[1]
        validator = validators.setdefault(command, schema_of(command))
        for error in validator.iter_errors(document):
            failures += 1
            print(f"{path}: {error.json_path}: {error.message[:300]}")
    if not documents:
        failures += 1
        print(f"{folder}: no document; test_cli keeps them there and has to run before")
    print(f"{len(documents)} documents of the tests, {failures} failures")
    return failures


def failures_of(runs):
    failures = 0
    for command, arguments in runs:
        ran = subprocess.run([program, command, "--json", *arguments], cwd=inputs,
                             capture_output=True, text=True, check=False)
        words = " ".join([command, *arguments])
        if ran.returncode != 0:
            failures += 1
            print(f"{words}: ended with {ran.returncode}: {ran.stderr}")
            continue
        errors = list(schema_of(command).iter_errors(json.loads(ran.stdout)))
        failures += len(errors)
        for error in errors:
            print(f"{words}: {error.json_path}: {error.message[:300]}")
        # The schema has to refuse, too: a figure in a text, a verdict that does not exist.
        for good, bad in (("_km2\": ", "_km2\": \"x\" , \"was\": "), ("\"overstated\"", "\"wrong\"")):
            broken = ran.stdout.replace(good, bad)
            if command == "verify" and broken != ran.stdout:
                if schema_of(command).is_valid(json.loads(broken)):
                    failures += 1
                    print(f"{words}: the schema accepts {bad}")
    print(f"{len(runs)} documents, {failures} failures")
    return failures


sys.exit(main())
