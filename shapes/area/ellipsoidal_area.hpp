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
///
/// Positions are degrees, the first repeated at the end; latitudes within 90. Rings of fewer than
/// three edges have area 0. A ring that crosses itself has each part with its winding number.
/// Nothing is thrown with straight edges; with geodesic ones std::runtime_error where an edge is
/// too long for the series and the PROJ module cannot be opened.
///
/// | edges | off by at most | source |
/// | --- | --- | --- |
/// | straight | 2⁻⁵¹ of the area, and the rounding of the sum | area_form.hpp, chain_integral.hpp |
/// | geodesic, shorter than 51 km | 1e-3 m² an edge more, mostly far less | `kShortEdgeError_m2` |
/// | geodesic, longer | PROJ's Karney (2013), doi:10.1007/s00190-012-0578-z: 0.1 m² |
/// projection/geodesic.hpp |
///
/// Laws, each a test in tests/shapes/area/laws_test.cpp:
///
/// 1. The ring run the other way has the area with its sign turned.
/// 2. Where the ring starts plays no part.
/// 3. A ring cut in two along a straight line has the sum of both areas.
/// 4. Turned about the axis (longitudes moved) it has the same area.
Area ring_area(Ring ring, EdgeModel edges = EdgeModel::straight);

/// Area of a region whose interiors are on the left of its edges, straight edges; `box` holds its
/// positions.
Area straight_area(const Region& region, const Box& box);

/// Area of a valid region on WGS84.
Area ellipsoidal_area(const ValidRegion& region, EdgeModel edges = EdgeModel::straight);

} // namespace shapes
