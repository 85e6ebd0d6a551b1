// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"

#include <vector>

namespace shapes {

/// What validation found: the region, and every problem of the drawing it was made from.
struct ValidationResult {
    ValidRegion region;
    std::vector<Problem> problems;
};

/// Proves a drawn region valid, or resolves it: the polygons, each filled by `fill`, united.
///
/// `drawn`: finite positions in degrees, latitudes within 90, longitudes within `kMaxLongitude`
/// (readers see to it); rings open or closed, running either way, crossing, touching, repeated,
/// empty. Anything of that kind gives a result: there is no failure but std::bad_alloc.
///
/// | drawing | result |
/// | --- | --- |
/// | valid as it stands | the same coordinates, bit for bit; rings turned, repeats dropped |
/// | faulty | the polygons that are sound and apart, bit for bit; of the others the union, its new
/// vertices on a grid of 2⁻⁴⁴° (6 nm) and drawn vertices where they were drawn | | encloses nothing
/// | an empty region and a problem |
///
/// The proof is exact (OGC 06-103r4 §6.1.11; shapes/validity/README.md). `problems` has every fault
/// with its ring and place, at most 200 and one more that counts the rest, in the order of the
/// rings.
///
/// Laws, each a test in tests/shapes/validity/laws_test.cpp:
///
/// 1. What comes out is valid: validated again, it comes out the same bits, without a problem.
/// 2. The way that rings run plays no part for the region.
/// 3. The area is that of the drawing under the rule, as `any_fill_area` has it, to within the
///    grid's unit times the length of all edges.
ValidationResult validate(const Region& drawn, FillRule fill = FillRule::nonzero);

/// The union of several valid regions; of none the empty one, of one that one.
ValidRegion unite(const std::vector<ValidRegion>& regions);

} // namespace shapes
