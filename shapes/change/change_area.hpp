// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/change_area.hpp"
#include "shapes/types/valid_region.hpp"

namespace shapes {

struct DifferenceOptions {
    int threads = 1; ///< the same bits whatever the number
};

/// Lost, gained and common area of two regions in one pass, on WGS84, with nothing constructed.
///
/// Positions are degrees, edges straight in longitude and latitude; areas come as `Area`, never
/// negative. Both regions carry their proof of validity, so there is nothing that could be wrong
/// with the input: the function throws nothing but std::bad_alloc. A region may be empty.
///
/// | figure | off by at most |
/// | --- | --- |
/// | before, after | 1e-13 of the area (ellipsoidal_area.hpp) |
/// | lost, gained, common | 1e-12 of the larger of the two regions |
/// | lost and gained of a region against itself | 0 |
///
/// The bound of the second line is that of the sums' rounding on every kind of drawing that the
/// property tests make, each judged against exact rational arithmetic; the form's own error
/// (area_form.hpp) is 0x1p-51 of the area. Thin regions far longer than what they enclose (a spike
/// around the Earth, a strip 1 cm wide) lose digits with the terms that cancel; of all drawings an
/// area is within 2⁻⁴⁰ degrees times the length of both boundaries (engine/verdict/check_bounds.hpp).
///
/// Laws, each a test in tests/shapes/change/laws_test.cpp:
///
/// 1. |before| = common + lost and |after| = common + gained, each figure summed on its own.
/// 2. Exchanged, the two give the same with lost and gained exchanged.
/// 3. A region against itself has lost = gained = 0 exactly.
/// 4. Where rings start, and in what order they and the polygons stand, plays no part.
/// 5. Against an empty region all is lost; disjoint regions have nothing in common, exactly.
/// 6. The bits do not depend on the number of threads nor on the instruction set.
///
/// Example (it runs as a test in the same file):
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
