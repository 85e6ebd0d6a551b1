// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <span>

namespace shapes::edges {

/// A box along a direction of its own, which is narrow around anything long and thin. Degrees.
struct OrientedBox {
    Position centre;
    Position along; ///< unit vector along the box; the other axis is this one turned left by 90°
    double half_length = 0.0;
    double half_width = 0.0;
};

/// A box around the positions, along the direction in which they spread most.
OrientedBox oriented_box(std::span<const Position> positions);

/// True only where the two boxes certainly have no point in common. The test looks for a separating
/// axis, with a margin of 1e-9 of the boxes' sizes and 1e-13 of their distance from the origin,
/// which covers all rounding.
bool certainly_apart(const OrientedBox& a, const OrientedBox& b);

} // namespace shapes::edges
