// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <vector>

namespace testing {

/// The rings of a polygon, the shell first.
using Rings = std::vector<std::vector<shapes::Position>>;

/// A region as drawn, polygon by polygon.
inline shapes::Region drawn(const std::vector<Rings>& polygons) {
    shapes::Region region;
    for (const Rings& rings : polygons) {
        region.add_polygon(rings);
    }
    return region;
}

} // namespace testing
