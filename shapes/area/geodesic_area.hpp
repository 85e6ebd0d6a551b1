// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/simd/instructions.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"
#include "shapes/units/wgs84.hpp"

namespace shapes {

/// Half the extent in longitude or latitude, radians, up to which an edge is short: 0.46° or 51 km
/// from end to end along a meridian.
inline constexpr double kShortHalfEdge = 0.004;

/// Bound on the error of the correction of one short edge, m², whose half extents are a in
/// longitude and b in latitude (radians, h² = a² + b²): this times |a| h⁶.
///
/// The first term that the series leaves out has that form, as the lens is odd in the edge's
/// direction. Its factor, scanned over all latitudes and directions on the sphere, where the lens
/// has a closed form, is at most 0.161 (at the poles, nearly along the meridian); against
/// integrations of the geodesic equation on WGS84 it differs by less than 3 % (tests/shapes/area).
/// 0.2 leaves room for that and for the terms after it, which are h² ≤ 3.2e-5 of it.
/// At the limit of shortness this is 1e-3 m² an edge, or 2e-13 of the square of its length.
inline constexpr double kShortEdgeError_m2 =
    0.2 * wgs84::kSemiMinorAxis_m * wgs84::kSemiMinorAxis_m;

/// What a polygon gains (m²) when its edge from p to q, which has the inside on its left, becomes
/// a geodesic instead of a line straight in longitude/latitude.
///
/// A short edge by the series below; a long one by PROJ (area_under_geodesic). With a and b half
/// the differences in longitude and latitude, s the sine of the middle latitude and w = 1 − e²s²,
/// the lens between the two lines is odd in the direction, so that it is
/// a·(c₁a² + c₂b² + d₁a⁴ + d₂a²b² + d₃b⁴) + O(h⁷); the coefficients follow from the geodesic
/// equation on the ellipsoid, solved for both end points by power series, and have no singularity
/// at the poles.
double geodesic_correction(Position p, Position q);

/// What a closed ring's signed area gains when its edges become geodesics.
///
/// An edge that spans more than 180° of longitude takes the shorter way round, unless it runs along
/// a pole, where it is a turn on the spot. A ring that winds around the axis when drawn so holds a
/// pole: area is then counted from that pole.
/// The same bits on every instruction set.
Area geodesic_change(Ring ring, Instructions instructions = best_instructions());

/// The area of the same ring's other side where it is more than half of the Earth, with its sign
/// turned: a ring around the southern pole counts that cap, not the rest.
Area smaller_side(Area area);

} // namespace shapes
