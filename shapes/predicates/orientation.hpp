// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/predicates/orientation_bound.hpp"
#include "shapes/types/position.hpp"

namespace shapes {

/// Twice the signed area of the triangle a, b, c in square degrees, rounded: positive where c is on
/// the left of a → b.
inline double orientation_estimate(Position a, Position b, Position c) {
    return (a.lon - c.lon) * (b.lat - c.lat) - (a.lat - c.lat) * (b.lon - c.lon);
}

/// The sign of the orientation of a, b, c, exact: +1 where c is on the left of a → b, −1 on the
/// right, 0 on the line. A filter with the bound above decides nearly always; what it cannot decide
/// is computed without rounding.
///
/// 1. The answer is that of real arithmetic on the doubles given.
/// 2. It is antisymmetric under every exchange of two arguments.
/// Exact for coordinates that are 0 or within 2⁻⁹⁸⁵ … 2¹⁰ in magnitude (no product leaves the range
/// of double).
int orientation(Position a, Position b, Position c);

/// The orientation's value, square degrees, with a relative error below 2⁻⁴¹ however near to 0 it
/// is (values under 1e-300 may underflow).
double orientation_value(Position a, Position b, Position c);

/// The part behind the filter: no rounding at all, some tens of nanoseconds.
int orientation_exact(Position a, Position b, Position c);

} // namespace shapes
