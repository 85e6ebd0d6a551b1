// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cmath>

namespace shapes {

double exact_orientation_value(Position a, Position b, Position c);

/// Twice the signed area of a, b, c with a relative error of a few roundings, whatever its size.
double orientation_value(Position a, Position b, Position c);

inline int orientation(Position a, Position b, Position c) {
    const double left = (a.lon - c.lon) * (b.lat - c.lat);
    const double right = (a.lat - c.lat) * (b.lon - c.lon);
    const double det = left - right;
    const double bound = 3.3306690738754716e-16 * (std::abs(left) + std::abs(right));
    if (det > bound) {
        return 1;
    }
    if (det < -bound) {
        return -1;
    }
    if (a == b || b == c || a == c) {
        return 0;
    }
    const double exact = exact_orientation_value(a, b, c);
    return (exact > 0) - (exact < 0);
}

/// True only where one of the edges a → b, c → d is certainly to one side of the other's line.
inline bool certainly_beside(Position a, Position b, Position c, Position d) {
    const auto side = [](Position p, Position q, Position r) {
        const double left = (p.lon - r.lon) * (q.lat - r.lat);
        const double right = (p.lat - r.lat) * (q.lon - r.lon);
        const double det = left - right;
        const double bound = 3.3306690738754716e-16 * (std::abs(left) + std::abs(right));
        return (det > bound) - (det < -bound);
    };
    return side(a, b, c) * side(a, b, d) > 0 || side(c, d, a) * side(c, d, b) > 0;
}

} // namespace shapes
