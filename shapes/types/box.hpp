// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <algorithm>
#include <limits>

namespace shapes {

/// Axis-aligned bounds in degrees, both ends included. A default box is empty (west > east).
struct Box {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    bool empty() const { return west > east; }

    /// Enlarges the box so that it holds a position or another box.
    void add(Position p) {
        west = std::min(west, p.lon);
        south = std::min(south, p.lat);
        east = std::max(east, p.lon);
        north = std::max(north, p.lat);
    }

    void add(const Box& other) {
        west = std::min(west, other.west);
        south = std::min(south, other.south);
        east = std::max(east, other.east);
        north = std::max(north, other.north);
    }

    /// Whether the two boxes have a point in common. An empty box overlaps nothing.
    bool overlaps(const Box& other) const {
        return west <= other.east && other.west <= east && south <= other.north &&
               other.south <= north;
    }
};

} // namespace shapes
