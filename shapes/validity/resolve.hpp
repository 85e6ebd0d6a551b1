// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/overlay.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"

namespace shapes::validity {

/// The rings of one drawn region as they are, shells turned counter-clockwise and holes clockwise.
Region oriented_rings(const InputRings& input, const Examination& examination);

/// The drawn polygons, each filled by `fill`, united. Polygons that are sound and neither overlap
/// nor adjoin another keep their coordinates; the others go through the overlay, group by group.
/// The result has still to be examined: what the overlay's grid moved (by 2⁻⁴⁴ degrees) may meet
/// what was kept.
Region resolved_in_groups(const InputRings& input, const Examination& examination, FillRule fill);

/// The union of the polygons of a region in which every ring is simple, shells run
/// counter-clockwise and holes clockwise: one overlay of everything.
overlay::BuiltRegion united(const Region& region);

} // namespace shapes::validity
