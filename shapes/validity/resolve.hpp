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

/// Where the vertices of a resolved region stand: where they were drawn, those of crossings on the
/// overlay's grid; or all on the grid that went through the overlay.
enum class Vertices { as_drawn, on_grid };

/// A drawn region resolved.
struct Resolved {
    Region region;
    /// Whether this holds of everything that an overlay built: see overlay::DrawnRegion.
    bool valid = true;
};

/// The union of the drawn polygons, each filled by `fill`. Polygons that are sound and neither
/// overlap nor adjoin another one keep their coordinates. The others go through the overlay, one
/// group of polygons that overlap or adjoin at a time. Unless it is `valid`, the result has to be
/// examined again. Where vertices are put back, they may trade places that are a grid unit apart.
/// Where they are left on the grid, which moves them by up to about 2⁻⁴⁴ degrees, they may meet a
/// polygon that was kept as drawn.
Resolved resolved_in_groups(const InputRings& input, const Examination& examination, FillRule fill,
                            Vertices vertices);

/// The union of all polygons of a region by a single overlay. Every ring must be simple, shells
/// must run counter-clockwise and holes clockwise.
overlay::BuiltRegion united(const Region& region);

} // namespace shapes::validity
