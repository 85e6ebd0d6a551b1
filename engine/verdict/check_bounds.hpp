// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

namespace engine {

/// How far two right computations of one difference may be apart. Every bound is a displacement of
/// the boundary, in degrees, times the length of all boundaries, in degrees, times the largest area
/// of a square degree: who moves each point of a line of length L by at most d changes the area on
/// either side of it by at most d · L. All of them are here, each with what it is made of.

/// m² of one degree by one degree on WGS84, at most: a degree of the equator (111,319.5 m) by a
/// degree of meridian at the pole (111,694.0 m). No square degree anywhere is larger.
inline constexpr double kSquareDegreeM2 = 111'319.5 * 111'694.0;

/// What overlays of ours displace, degrees. One moves no boundary by more than 1.5 units of its
/// grid (shapes/overlay/overlay.hpp): 2⁻⁴⁴ degrees, twice that where a coordinate exceeds 512.
/// A map goes through three at most (its faulty polygons are filled, united, and once more as a
/// whole), the region of interest is the fourth.
inline constexpr double kGridDegrees = 4 * 1.5 * 0x1p-43;

/// What rounding amounts to, as a displacement, degrees. A crossing is rounded twice to doubles
/// below 1024 (2⁻⁴³ each, counted for both edges); an edge's integral ∫ y dx is off by at most
/// 8 · 2⁻⁵³ of |y| ≤ 180 times its length (2⁻⁴²·⁵); the sums themselves are compensated. All that
/// is below 4 · 2⁻⁴² degrees, 0.1 µm on the ground.
inline constexpr double kRoundingDegrees = 0x1p-40;

/// What GEOS displaces in full precision, degrees: where its floating overlay fails it snaps with a
/// tolerance of the largest ordinate divided by 1e12 (OverlayNGRobust::snapTolerance), at most
/// 180/1e12 in lon/lat. Filling, clipping and overlay may each do so, for both operands.
inline constexpr double kSnapDegrees = 4 * 180.0 / 1e12;

/// What it displaces on a grid of one degree by one degree: half a diagonal for a vertex, and half
/// a diagonal more for an edge that is snapped to a hot pixel's centre.
inline constexpr double kGridDisplacement = 1.4142135623730951;

/// The bounds for one pair of drawn regions.
struct CheckBounds {
    shapes::Area ours;           ///< one area of ours against the truth: grid and rounding
    shapes::Area residual;       ///< of |A| = |A∩B| + |A∖B|: 3 · ours, for three areas
    shapes::Area second;         ///< ours against GEOS in full precision
    shapes::Area second_on_grid; ///< ours against GEOS on its grid of 1e-10 degrees
};

/// `within` cuts both regions, its boundary becomes part of theirs.
CheckBounds check_bounds(const shapes::Region& before, const shapes::Region& after,
                         const shapes::Region* within = nullptr);

} // namespace engine
