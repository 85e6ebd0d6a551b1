#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Where in a bracket the truth lay, on a timeline that has it: days are left out, and of the change
over each bracket of at most a week the share is taken that had happened on each day inside it.

    areaclaim timeline --csv=days.csv MAPS
    benchmarks/brackets.py days.csv gained [FIRST LAST]

prints how many such days there are, the mean of the share, and its variance about one half: 1/12
were it uniform, 1/8 for the arcsine distribution, 1/4 if all happened at one end.
"""
import csv
import datetime
import sys

WEEK = 7  # days


def shares(rows, column):
    """Of every bracket that a day can be left out of, from 0 to 1."""
    days = [datetime.date.fromisoformat(row["date"]) for row in rows]
    total = [0.0]
    for row in rows[1:]:
        total.append(total[-1] + float(row[column]))
    for first in range(len(days)):
        for last in range(first + 2, len(days)):
            if (days[last] - days[first]).days > WEEK:
                break
            change = total[last] - total[first]
            for day in range(first + 1, last):
                if change > 0.0:
                    yield (total[day] - total[first]) / change


def main():
    if len(sys.argv) not in (3, 5) or sys.argv[2] not in ("lost", "gained"):
        sys.exit(__doc__)
    first, last = sys.argv[3:] or ("0000", "9999")
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if first <= row["date"] <= last]
    found = list(shares(rows, sys.argv[2] + "_km2"))
    if not found:
        sys.exit("no bracket of at most a week has a day to leave out")
    mean = sum(found) / len(found)
    variance = sum((share - 0.5) ** 2 for share in found) / len(found)
    print(f"{len(found)} days, mean {mean:.3f}, variance about one half {variance:.3f}")


if __name__ == "__main__":
    main()
