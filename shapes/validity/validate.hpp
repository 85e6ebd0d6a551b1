// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"

#include <vector>

namespace shapes {

/// The valid region that validation returns, and every problem of the drawing it was made from.
struct ValidationResult {
    ValidRegion region;
    std::vector<Problem> problems;
};

/// Proves a drawn region valid or, where it is not, resolves it into a valid one: the union of its
/// polygons, each filled by `fill`.
///
/// `drawn` must have finite positions in degrees, latitudes within 90 and longitudes within
/// `kMaxLongitude`, which readers ensure. Rings may be open or closed, run either way, cross,
/// touch, repeat or be empty. Every such drawing gives a result; the only exception thrown is
/// std::bad_alloc.
///
/// | drawing | result |
/// | --- | --- |
/// | valid as drawn | the same coordinates bit for bit, rings turned, repetitions dropped |
/// | faulty | polygons that are sound and apart: as drawn, bit for bit; the others: their union |
/// | encloses nothing | an empty region and a problem |
///
/// New vertices of a union lie on a grid of 2⁻⁴⁴° (6 nm); drawn vertices keep their positions,
/// unless the result would then not be valid.
///
/// The proof is exact (OGC 06-103r4 §6.1.11; shapes/validity/README.md). `problems` lists every
/// fault with its ring and place, in the order of the rings: at most 200, and one more entry that
/// counts the rest.
///
/// Laws, each a test in tests/shapes/validity/laws_test.cpp:
///
/// 1. The result is valid: validated again, it comes out bit for bit the same, without a problem.
/// 2. The direction in which rings run does not matter for the region.
/// 3. The area is that of the drawing under the rule, as `any_fill_area` measures it, to within the
///    grid's unit times the length of all edges.
ValidationResult validate(const Region& drawn, FillRule fill = FillRule::nonzero);

/// The union of several valid regions. Without any region it is empty, and a single region is
/// returned unchanged.
ValidRegion unite(const std::vector<ValidRegion>& regions);

} // namespace shapes
