// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/simd/instructions.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"
#include "shapes/units/wgs84.hpp"

namespace shapes {

/// An edge is short if half its extent in longitude and half its extent in latitude are at most
/// this, radians. That is 0.46° from end to end, or 51 km along a meridian.
inline constexpr double kShortHalfEdge = 0.004;

/// Bound on the error of the correction of one short edge: this times |a| h⁶, in m², where a and b
/// are half the edge's extents in longitude and latitude (radians) and h² = a² + b².
///
/// The first term that the series leaves out has that form, because the lens is odd in the
/// direction of the edge. On the sphere, where the lens has a closed form, its factor was scanned
/// over all latitudes and directions and is at most 0.161 (at the poles, nearly along the
/// meridian). Integrations of the geodesic equation on WGS84 differ from that by less than 3 %
/// (tests/shapes/area). 0.2 leaves room for this difference and for the terms that follow, which
/// are smaller by a factor of h² ≤ 3.2e-5. For the longest short edges the error is 1e-3 m² an
/// edge, or 2e-13 of the square of its length.
inline constexpr double kShortEdgeError_m2 =
    0.2 * wgs84::kSemiMinorAxis_m * wgs84::kSemiMinorAxis_m;

/// What a polygon gains (m²) when its edge from p to q, which has the inside on its left, becomes a
/// geodesic instead of a line straight in longitude/latitude.
///
/// A short edge is computed by the series below, a long one by PROJ (area_under_geodesic). Let a
/// and b be half the differences in longitude and latitude, s the sine of the middle latitude and w
/// = 1 − e²s². The lens between the two lines is odd in the direction of the edge, so it equals
/// a·(c₁a² + c₂b² + d₁a⁴ + d₂a²b² + d₃b⁴) + O(h⁷). The coefficients follow from the geodesic
/// equation on the ellipsoid, solved for both end points by power series, and have no singularity
/// at the poles.
double geodesic_correction(Position p, Position q);

/// What the signed area of a closed ring gains when its edges become geodesics.
///
/// An edge that spans more than 180° of longitude becomes the geodesic that goes the shorter way
/// round, unless it runs along a pole, where its length is 0 and it stays as drawn. A ring that
/// then winds around the Earth's axis contains a pole, and its area is counted from that pole. The
/// bits are the same on every instruction set.
Area geodesic_change(Ring ring, Instructions instructions = best_instructions());

/// For an area of more than half of the Earth, the area of the other side of the ring with its sign
/// turned; otherwise the area itself. A ring around the southern pole thus counts the polar cap and
/// not the rest of the Earth.
Area smaller_side(Area area);

} // namespace shapes
