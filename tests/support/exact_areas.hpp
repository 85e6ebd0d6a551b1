// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"

namespace support {

/// Areas between two drawn regions on WGS84, m², edges straight in longitude/latitude.
struct ExactAreas {
    double before = 0.0;
    double after = 0.0;
    double lost = 0.0;   ///< before ∖ after
    double gained = 0.0; ///< after ∖ before
    double common = 0.0;
    /// The least and greatest winding number of all rings of one region together, over both
    /// regions, wherever there is area: 0 and 1 for regions that are valid.
    int least_winding = 0;
    int greatest_winding = 0;
};

/// The truth of the tests, by brute force: vertical slabs between all end points and all crossings,
/// in rational arithmetic; in each slab the edges are stacked without a crossing, the winding
/// numbers are counted from below, and each trapezoid is integrated in long double. Takes any
/// drawing and shares no idea with the kernels. Each area is good to about 1e-17 of itself.
/// Time grows as (edges + crossings) × edges with a large constant: for small cases.
ExactAreas exact_areas(const shapes::Region& before, const shapes::Region& after,
                       shapes::FillRule fill = shapes::FillRule::nonzero);

} // namespace support
