// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/predicates/orientation.hpp"
#include "shapes/types/position.hpp"

namespace shapes {

/// Decisions about two regions, of which the second is displaced by δ = (ε², ε), ε → 0+.
///
/// Every place of the second region is moved by the same δ, and every decision is the limit for ε →
/// 0. For each small enough ε the decisions are thus those of one actual drawing, so they agree
/// with each other and there is never a tie. Areas are continuous, so in the limit they are those
/// of the original drawing. Only decisions that involve both regions may be asked for: places
/// within one region do not move relative to each other.
///
/// Where an orientation is exactly 0, the displacement decides: its change is ε times the edge's
/// extent in longitude to first order and, where that is 0, ε² times its extent in latitude.

/// On which side of the fixed edge a → b the displaced place c + δ lies: +1 left, −1 right, 0 only
/// where the edge has no length.
inline int side_of_displaced(Position a, Position b, Position c) {
    const int side = orientation(a, b, c);
    if (side != 0) {
        return side;
    }
    if (a.lon != b.lon) {
        return a.lon < b.lon ? 1 : -1;
    }
    return a.lat < b.lat ? -1 : a.lat > b.lat ? 1 : 0;
}

/// On which side of the displaced edge c + δ → d + δ the fixed place a lies: +1 left, −1 right, 0
/// only where the edge has no length.
inline int side_of_fixed(Position c, Position d, Position a) {
    const int side = orientation(c, d, a);
    if (side != 0) {
        return side;
    }
    if (c.lon != d.lon) {
        return c.lon < d.lon ? -1 : 1;
    }
    return c.lat < d.lat ? 1 : c.lat > d.lat ? -1 : 0;
}

/// How the fixed edge a → b crosses the displaced edge c + δ → d + δ: +1 from its right to its left
/// (so the winding number of the displaced region rises by one along a → b), −1 from left to right,
/// 0 where they do not cross.
inline int crossing_sign(Position a, Position b, Position c, Position d) {
    const int end = side_of_fixed(c, d, b);
    if (side_of_fixed(c, d, a) != -end || end == 0) {
        return 0;
    }
    const int far = side_of_displaced(a, b, d);
    return far != 0 && side_of_displaced(a, b, c) == -far ? end : 0;
}

} // namespace shapes
