// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

namespace shapes {

/// Which line joins two neighbouring positions.
enum class EdgeModel {
    straight, ///< straight in longitude/latitude (RFC 7946 §3.1.1)
    geodesic, ///< the shortest path on the ellipsoid
};

/// Signed area of one closed ring on WGS84: positive where it runs counter-clockwise.
///
/// Positions are in degrees, the first is repeated at the end, and latitudes are within 90. A ring
/// of fewer than three edges has area 0. In a ring that crosses itself each part counts as often as
/// its winding number says. With straight edges nothing is thrown. With geodesic edges
/// std::runtime_error is thrown where an edge is too long for the series and the PROJ module cannot
/// be opened.
///
/// | edges | off by at most | source |
/// | --- | --- | --- |
/// | straight | 2⁻⁵¹ of the area, plus rounding of the sum | area_form.hpp, chain_integral.hpp |
/// | geodesic, below 51 km | 1e-3 m² more for each edge, mostly far less | `kShortEdgeError_m2` |
/// | geodesic, longer | 0.1 m² (PROJ) | Karney (2013), doi:10.1007/s00190-012-0578-z |
///
/// shapes/projection/geodesic.hpp calls PROJ for the longer edges.
///
/// Laws, each a test in tests/shapes/area/laws_test.cpp:
///
/// 1. A ring run the other way has the same area with the opposite sign.
/// 2. It does not matter where the ring starts.
/// 3. If a ring is cut in two along a straight line, the areas of the parts add up to that of the
///    ring.
/// 4. Adding a constant to all longitudes does not change the area.
Area ring_area(Ring ring, EdgeModel edges = EdgeModel::straight);

/// The area of a region with straight edges whose interior is on the left of every edge. `box` must
/// hold all its positions.
Area straight_area(const Region& region, const Box& box);

/// Area of a valid region on WGS84.
Area ellipsoidal_area(const ValidRegion& region, EdgeModel edges = EdgeModel::straight);

} // namespace shapes
