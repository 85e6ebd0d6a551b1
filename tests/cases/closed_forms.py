#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the cases of tests/cases/difference whose answers are known in closed form.

Each case names two drawings and, worked out by hand, the rings that are lost, gained and common.
Their areas on WGS84 follow from the authalic function (Snyder 1987, USGS PP 1395, eq. 3-12) in 50
digits: directly for the zones, by quadrature under the straight edges for the rest. Run it from the
root of the repository after changing a case: tests/cases/closed_forms.py
"""
from pathlib import Path

from mpmath import atanh, mp, mpf, pi, quad, sin, sqrt

mp.dps = 50
A = mpf(6378137)
F = 1 / mpf("298.257223563")
E2 = F * (2 - F)
E = sqrt(E2)
DEGREE = pi / 180


def strip(latitude):
    """Area from the equator to a latitude per radian of longitude, m²."""
    s = sin(latitude * DEGREE)
    return A * A * (1 - E2) / 2 * (s / (1 - E2 * s * s) + atanh(E * s) / E)


def ring_area(ring):
    """Signed area of a ring with edges straight in longitude and latitude."""
    total = mpf(0)
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        x1, y1, x2, y2 = map(mpf, (x1, y1, x2, y2))
        if x1 == x2:
            continue
        mean = strip(y1) if y1 == y2 else quad(lambda t: strip(y1 + t * (y2 - y1)), [0, 0.5, 1])
        total -= (x2 - x1) * DEGREE * mean
    return total


def box(west, south, east, north):
    return [(west, south), (east, south), (east, north), (west, north)]


def wkt(polygons):
    if not polygons:
        return "MULTIPOLYGON EMPTY"
    def ring_text(ring):
        return "(" + ",".join(f"{x!r} {y!r}" for x, y in ring + ring[:1]) + ")"
    return "MULTIPOLYGON(" + ",".join(
        "(" + ",".join(map(ring_text, rings)) + ")" for rings in polygons) + ")"


def total(rings):
    return sum((abs(ring_area(r)) if keep else -abs(ring_area(r)) for keep, r in rings), mpf(0))


def plus(*rings):
    return [(True, r) for r in rings]


def minus(*rings):
    return [(False, r) for r in rings]


ULP = 2.0**-47  # of a latitude in [32, 64)
SQUARE = box(0.0, 0.0, 8.0, 8.0)
HOLE = box(2.0, 2.0, 6.0, 6.0)
LONG = box(0.0, 0.0, 8.0, 4.0)

# name: (what it is about, before, after, lost, gained, common[, fill])
CASES = {
    "boxes_overlap": (
        "two zones side by side that overlap by half",
        [[box(10.0, 40.0, 20.0, 50.0)]], [[box(15.0, 40.0, 25.0, 50.0)]],
        plus(box(10.0, 40.0, 15.0, 50.0)), plus(box(20.0, 40.0, 25.0, 50.0)),
        plus(box(15.0, 40.0, 20.0, 50.0))),
    "boxes_cross": (
        "an upright and a lying box cross: all four crossings proper",
        [[box(3.0, -8.0, 5.0, 8.0)]], [[box(-8.0, 3.0, 8.0, 5.0)]],
        plus(box(3.0, -8.0, 5.0, 3.0), box(3.0, 5.0, 5.0, 8.0)),
        plus(box(-8.0, 3.0, 3.0, 5.0), box(5.0, 3.0, 8.0, 5.0)), plus(box(3.0, 3.0, 5.0, 5.0))),
    "identical": (
        "a map against itself",
        [[SQUARE, HOLE]], [[SQUARE, HOLE]], [], [], plus(SQUARE) + minus(HOLE)),
    "identical_other_start": (
        "the same box begun elsewhere and run the other way",
        [[SQUARE]], [[[SQUARE[2], SQUARE[1], SQUARE[0], SQUARE[3]]]], [], [], plus(SQUARE)),
    "disjoint": (
        "nothing in common", [[box(0.0, 0.0, 1.0, 1.0)]], [[box(2.0, 2.0, 3.0, 3.0)]],
        plus(box(0.0, 0.0, 1.0, 1.0)), plus(box(2.0, 2.0, 3.0, 3.0)), []),
    "before_empty": ("nothing was held before", [], [[SQUARE]], [], plus(SQUARE), []),
    "after_empty": ("nothing is held after", [[SQUARE]], [], plus(SQUARE), [], []),
    "plug_in_hole": (
        "what stood in the hole is held afterwards, the rest is not: every edge runs along another",
        [[SQUARE, HOLE]], [[HOLE]], plus(SQUARE) + minus(HOLE), plus(HOLE), []),
    "box_in_box": (
        "the gain surrounds what was held", [[HOLE]], [[SQUARE]],
        [], plus(SQUARE) + minus(HOLE), plus(HOLE)),
    "polar_caps": (
        "zones that end at the pole: their upper edge has no length",
        [[box(-180.0, 80.0, 180.0, 90.0)]], [[box(-180.0, 85.0, 180.0, 90.0)]],
        plus(box(-180.0, 80.0, 180.0, 85.0)), [], plus(box(-180.0, 85.0, 180.0, 90.0))),
    "whole_earth": (
        "the whole ellipsoid against its northern half",
        [[box(-180.0, -90.0, 180.0, 90.0)]], [[box(-180.0, 0.0, 180.0, 90.0)]],
        plus(box(-180.0, -90.0, 180.0, 0.0)), [], plus(box(-180.0, 0.0, 180.0, 90.0))),
    "antimeridian": (
        "unwrapped longitudes across 180 degrees",
        [[box(170.0, -10.0, 190.0, 10.0)]], [[box(180.0, -10.0, 200.0, 10.0)]],
        plus(box(170.0, -10.0, 180.0, 10.0)), plus(box(190.0, -10.0, 200.0, 10.0)),
        plus(box(180.0, -10.0, 190.0, 10.0))),
    "triangles_share_edge": (
        "two triangles on either side of one edge: a line in common, no area",
        [[[(0.0, 0.0), (8.0, 0.0), (0.0, 8.0)]]], [[[(8.0, 0.0), (8.0, 8.0), (0.0, 8.0)]]],
        plus([(0.0, 0.0), (8.0, 0.0), (0.0, 8.0)]), plus([(8.0, 0.0), (8.0, 8.0), (0.0, 8.0)]), []),
    "triangles_cross": (
        "two triangles over one base: the crossing of their sides is exactly (4, 4)",
        [[[(0.0, 0.0), (8.0, 0.0), (8.0, 8.0)]]], [[[(0.0, 0.0), (8.0, 0.0), (0.0, 8.0)]]],
        plus([(8.0, 0.0), (8.0, 8.0), (4.0, 4.0)]), plus([(0.0, 0.0), (4.0, 4.0), (0.0, 8.0)]),
        plus([(0.0, 0.0), (8.0, 0.0), (4.0, 4.0)])),
    "corner_touch": (
        "two boxes that meet in a corner", [[box(0.0, 0.0, 4.0, 4.0)]], [[box(4.0, 4.0, 8.0, 8.0)]],
        plus(box(0.0, 0.0, 4.0, 4.0)), plus(box(4.0, 4.0, 8.0, 8.0)), []),
    "t_junction": (
        "a box stands on half of another's side",
        [[box(0.0, 0.0, 4.0, 4.0)]], [[box(4.0, 2.0, 8.0, 6.0)]],
        plus(box(0.0, 0.0, 4.0, 4.0)), plus(box(4.0, 2.0, 8.0, 6.0)), []),
    "side_in_side": (
        "one box inside another, a part of one side in common",
        [[SQUARE]], [[box(0.0, 2.0, 4.0, 6.0)]],
        plus(SQUARE) + minus(box(0.0, 2.0, 4.0, 6.0)), [], plus(box(0.0, 2.0, 4.0, 6.0))),
    "sliver_one_ulp": (
        "the northern edge moves by one unit in the last place: 1 ulp of a degree, 79 km long",
        [[box(30.0, 45.0, 31.0, 46.0)]], [[box(30.0, 45.0, 31.0, 46.0 + ULP)]],
        [], plus(box(30.0, 46.0, 31.0, 46.0 + ULP)), plus(box(30.0, 45.0, 31.0, 46.0))),
    "clockwise_shell": (
        "a clockwise shell and a counter-clockwise hole count as any other",
        [[SQUARE[::-1], HOLE]], [[LONG[::-1]]],
        plus(box(0.0, 4.0, 8.0, 8.0)) + minus(box(2.0, 4.0, 6.0, 6.0)), plus(box(2.0, 2.0, 6.0, 4.0)),
        plus(LONG) + minus(box(2.0, 2.0, 6.0, 4.0))),
    "bow_tie": (
        "a shell that crosses itself: both halves are inside",
        [[[(0.0, 0.0), (8.0, 8.0), (8.0, 0.0), (0.0, 8.0)]]], [[LONG]],
        plus([(4.0, 4.0), (8.0, 4.0), (8.0, 8.0)], [(4.0, 4.0), (0.0, 8.0), (0.0, 4.0)]),
        plus([(0.0, 0.0), (8.0, 0.0), (4.0, 4.0)]),
        plus([(0.0, 0.0), (4.0, 4.0), (0.0, 4.0)], [(8.0, 0.0), (8.0, 4.0), (4.0, 4.0)])),
    "wound_twice_nonzero": (
        "a shell that runs round twice: inside for the nonzero rule",
        [[SQUARE + SQUARE]], [[LONG]], plus(box(0.0, 4.0, 8.0, 8.0)), [], plus(LONG)),
    "wound_twice_evenodd": (
        "a shell that runs round twice: outside for the even-odd rule",
        [[SQUARE + SQUARE]], [[LONG]], [], plus(LONG), [], "evenodd"),
    "hole_outside_evenodd": (
        "a hole half outside its shell: there the even-odd rule is inside",
        [[LONG, box(2.0, 2.0, 6.0, 6.0)]], [],
        plus(LONG, box(2.0, 4.0, 6.0, 6.0)) + minus(box(2.0, 2.0, 6.0, 4.0)), [], [], "evenodd"),
    "hole_outside_nonzero": (
        "a hole half outside its shell: it takes away what it covers and adds nothing",
        [[LONG, box(2.0, 2.0, 6.0, 6.0)]], [],
        plus(LONG) + minus(box(2.0, 2.0, 6.0, 4.0)), [], []),
    "features_overlap": (
        "overlapping features are united, never summed",
        [[box(0.0, 0.0, 6.0, 8.0)], [box(2.0, 0.0, 8.0, 8.0)]], [[LONG]],
        plus(box(0.0, 4.0, 8.0, 8.0)), [], plus(LONG)),
    "feature_in_hole": (
        "a feature that fills another's hole: together they have none",
        [[SQUARE, HOLE], [HOLE]], [[SQUARE]], [], [], plus(SQUARE)),
    "feature_twice": (
        "the same feature twice", [[SQUARE], [SQUARE]], [[LONG]],
        plus(box(0.0, 4.0, 8.0, 8.0)), [], plus(LONG)),
    "nested_shells": (
        "a polygon inside another of the same map adds nothing",
        [[SQUARE], [HOLE]], [[LONG]], plus(box(0.0, 4.0, 8.0, 8.0)), [], plus(LONG)),
    "spike": (
        "an edge that runs out and back has no area",
        [[[(0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (8.0, 12.0), (8.0, 8.0), (0.0, 8.0)]]], [[LONG]],
        plus(box(0.0, 4.0, 8.0, 8.0)), [], plus(LONG)),
    "repeated_positions": (
        "positions that repeat", [[[p for p in SQUARE for _ in range(3)]]], [[LONG]],
        plus(box(0.0, 4.0, 8.0, 8.0)), [], plus(LONG)),
    "hole_touches_shell": (
        "a hole that meets its shell in one vertex",
        [[SQUARE, [(0.0, 0.0), (4.0, 2.0), (2.0, 4.0)]]], [[SQUARE]],
        [], plus([(0.0, 0.0), (4.0, 2.0), (2.0, 4.0)]),
        plus(SQUARE) + minus([(0.0, 0.0), (4.0, 2.0), (2.0, 4.0)])),
    "line_only": ("a ring without area", [[[(0.0, 0.0), (8.0, 8.0), (4.0, 4.0)]]], [[LONG]],
                  [], plus(LONG), []),
}

# Relative to the larger region, where 1e-12 would hide what the case is about: here some
# roundings of an area of the size of the region, an eighth of the sliver.
ALLOWED = {"sliver_one_ulp": mpf("1e-15")}


def main():
    folder = Path("tests/cases/difference")
    for name, (about, before, after, lost, gained, common, *fill) in CASES.items():
        areas = [total(rings) for rings in (lost, gained, common)]
        larger = max(areas[0] + areas[2], areas[1] + areas[2])
        lines = [
            f"about: {about}",
            "origin: closed form, tests/cases/closed_forms.py",
            f"fill: {fill[0] if fill else 'nonzero'}",
            f"before: {wkt(before)}",
            f"after: {wkt(after)}",
        ]
        lines += [f"{key}_m2: {mp.nstr(area, 20)}"
                  for key, area in zip(("lost", "gained", "common"), areas)]
        lines.append(f"allowed_m2: {mp.nstr(larger * ALLOWED.get(name, mpf('1e-12')), 3)}")
        (folder / f"{name}.case").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
