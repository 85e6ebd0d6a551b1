// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

namespace shapes {

/// What the line between two neighbouring positions is.
enum class EdgeModel {
    straight, ///< straight in longitude/latitude (RFC 7946 §3.1.1)
    geodesic, ///< the shortest path on the ellipsoid
};

/// Signed area of one closed ring on WGS84: positive where it runs counter-clockwise.
Area ring_area(Ring ring, EdgeModel edges = EdgeModel::straight);

/// Area of a region whose interiors are on the left of its edges, straight edges; `box` holds its
/// positions.
Area straight_area(const Region& region, const Box& box);

/// Area of a valid region on WGS84.
Area ellipsoidal_area(const ValidRegion& region, EdgeModel edges = EdgeModel::straight);

} // namespace shapes
