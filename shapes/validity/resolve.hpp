// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/overlay.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"

namespace shapes::validity {

/// The rings of a drawn region with unchanged coordinates, shells turned counter-clockwise and
/// holes clockwise.
Region oriented_rings(const InputRings& input, const Examination& examination);

/// A drawn region resolved.
struct Resolved {
    Region region;
    /// Whether this holds of every overlay that it took: see overlay::BuiltRegion.
    bool met_at_vertices_only = true;
};

/// The union of the drawn polygons, each filled by `fill`. Polygons that are sound and neither
/// overlap nor adjoin another one keep their coordinates. The others go through the overlay, one
/// group of polygons that overlap or adjoin at a time. The result has to be examined again: the
/// overlay's grid moves vertices by up to about 2⁻⁴⁴ degrees, so they may now meet a polygon that
/// was kept as drawn.
Resolved resolved_in_groups(const InputRings& input, const Examination& examination, FillRule fill);

/// The union of all polygons of a region by a single overlay. Every ring must be simple, shells
/// must run counter-clockwise and holes clockwise.
overlay::BuiltRegion united(const Region& region);

} // namespace shapes::validity
