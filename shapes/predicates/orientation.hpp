// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/predicates/orientation_bound.hpp"
#include "shapes/types/position.hpp"

namespace shapes {

/// Twice the signed area of the triangle a, b, c in square degrees, with rounding: positive where c
/// is on the left of a → b. The sign may be wrong near 0.
inline double orientation_estimate(Position a, Position b, Position c) {
    return (a.lon - c.lon) * (b.lat - c.lat) - (a.lat - c.lat) * (b.lon - c.lon);
}

/// Coordinates nearer to 0 that are not 0 are outside the domain of the core: the products of an
/// orientation would underflow. It is less than the smallest length there is, and what is read is
/// settled accordingly (shapes/io/settle_positions.cpp).
inline constexpr double kLeastCoordinate = 0x1p-900;

/// The exact sign of the orientation of a, b, c: +1 where c is on the left of a → b, −1 where it is
/// on the right, 0 where the three are on a line (or two of them coincide). A filter with the bound
/// of orientation_bound.hpp nearly always decides; what it cannot decide is computed without
/// rounding.
///
/// 1. The answer is that of real arithmetic on the given doubles.
/// 2. Exchanging any two arguments changes the sign and nothing else.
///
/// It is exact for coordinates that are 0 or have a magnitude of 2⁻⁹⁸⁵ … 2¹⁰, for which no product
/// leaves the range of double.
int orientation(Position a, Position b, Position c);

/// Twice the signed area of the triangle a, b, c in square degrees, with a relative error below
/// 2⁻⁴¹ however near to 0 it is. Values below 1e-300 may underflow.
double orientation_value(Position a, Position b, Position c);

/// What `orientation` calls where its filter cannot decide. It does not round and takes some tens
/// of nanoseconds.
int orientation_exact(Position a, Position b, Position c);

} // namespace shapes
