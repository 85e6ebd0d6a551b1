// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <span>

namespace shapes::edges {

/// A box along a direction of its own: narrow around whatever is long and thin.
struct OrientedBox {
    Position centre;
    Position along; ///< unit vector; the other axis is this one turned to the left
    double half_length = 0.0;
    double half_width = 0.0;
};

/// Around some positions, along the direction in which they spread most.
OrientedBox oriented_box(std::span<const Position> positions);

/// True only where the two certainly have no point in common (separating axes; a margin of 1e-9 of
/// their sizes and of 1e-13 of their distance from the origin covers all rounding).
bool certainly_apart(const OrientedBox& a, const OrientedBox& b);

} // namespace shapes::edges
