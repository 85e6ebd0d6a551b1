// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/grid.hpp"

#include <cstdlib>

namespace shapes::overlay {

/// The order in which an edge meets the pixels of places along it: by the coordinate in which the
/// edge extends most, and by the other coordinate for pixels in the same column (or row).
class AlongEdge {
  public:
    AlongEdge(GridPoint from, GridPoint to)
        : x_first_(std::abs(to.x - from.x) >= std::abs(to.y - from.y)), left_(to.x < from.x),
          down_(to.y < from.y) {}

    bool operator()(GridPoint a, GridPoint b) const {
        const std::int64_t main_a = main_coordinate(a);
        const std::int64_t main_b = main_coordinate(b);
        return main_a != main_b ? main_a < main_b : other_coordinate(a) < other_coordinate(b);
    }

    /// How far along the edge a place is, measured in the coordinate in which the edge extends
    /// most. Units of the grid.
    std::int64_t main_coordinate(GridPoint p) const {
        return x_first_ ? (left_ ? -p.x : p.x) : (down_ ? -p.y : p.y);
    }

  private:
    std::int64_t other_coordinate(GridPoint p) const {
        return x_first_ ? (down_ ? -p.y : p.y) : (left_ ? -p.x : p.x);
    }

    bool x_first_, left_, down_;
};

} // namespace shapes::overlay
