// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/change_area.hpp"
#include "shapes/types/valid_region.hpp"

namespace shapes {

/// Options of the functions that measure change.
struct DifferenceOptions {
    /// number of threads, at least 1; it does not change a single bit of the result
    int threads = 1;
};

/// The lost, gained and common area of two regions on WGS84, in one pass and without constructing
/// any polygon.
///
/// Positions are in degrees, and edges are straight in longitude and latitude. No area is negative.
/// Both regions carry the proof that they are valid, so no input can be wrong: the only exception
/// thrown is std::bad_alloc. Either region may be empty.
///
/// | figure | off by at most |
/// | --- | --- |
/// | before, after | 1e-13 of the area (ellipsoidal_area.hpp) |
/// | lost, gained, common | 1e-12 of the larger of the two regions |
/// | lost and gained of a region against itself | 0 |
///
/// The second bound covers the rounding of the sums on every kind of drawing that the property
/// tests generate, each compared with exact rational arithmetic; the error of the area form itself
/// (area_form.hpp) is 2⁻⁵¹ of the area. For thin regions whose extent is far larger than what they
/// enclose (a spike around the Earth, a strip 1 cm wide), large terms cancel and digits are lost.
/// For every drawing an area is within 2⁻⁴⁰ degrees times the length of both boundaries
/// (engine/verdict/check_bounds.hpp).
///
/// Laws, each a test in tests/shapes/change/laws_test.cpp:
///
/// 1. |before| = common + lost and |after| = common + gained, although each figure is summed
///    separately.
/// 2. With before and after exchanged, lost and gained are exchanged and nothing else changes.
/// 3. A region against itself has lost = gained = 0 exactly.
/// 4. It does not matter where rings start, nor in which order rings and polygons are listed.
/// 5. Against an empty region everything is lost, and disjoint regions have nothing in common; both
///    hold exactly.
/// 6. The result has the same bits for any number of threads and any instruction set.
///
/// Example (also a test in the same file):
///
///     const ValidRegion before = validate(drawn_before).region;
///     const ValidRegion after = validate(drawn_after).region;
///     const ChangeArea change = change_area(before, after);
///     std::printf("%.3f km² lost, %.3f gained\n", change.lost.km2(), change.gained.km2());
///
/// Method: shapes/change/README.md.
ChangeArea change_area(const ValidRegion& before, const ValidRegion& after,
                       const DifferenceOptions& options = {});

} // namespace shapes
