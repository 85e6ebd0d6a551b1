// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/grid_chains.hpp"

#include <array>
#include <vector>

namespace shapes::arrangement {

/// Bounds of edges in grid units from the tree's origin, rounded outward and widened by at least
/// `kReach`, so that two boxes that do not meet hold no two edges within twice that distance.
struct EdgeBox {
    float west, south, east, north;

    bool meets(const EdgeBox& o) const {
        return west <= o.east && o.west <= east && south <= o.north && o.south <= north;
    }
};

inline constexpr float kReach = 2.0F;

/// Boxes over runs of neighbouring edges: boundaries are coherent, so eight consecutive edges are
/// a good leaf and no sorting is needed.
class OverlayTree {
  public:
    static constexpr std::size_t kFan = 8;

    explicit OverlayTree(const GridChains& chains);

    /// levels[0] has a box per point index (an empty one where no edge starts), levels[l + 1] one
    /// per kFan boxes of levels[l]; the last level has a single box.
    const std::vector<std::vector<EdgeBox>>& levels() const { return levels_; }

    /// The box of grid coordinates, as the tree's boxes have it.
    EdgeBox box(GridPoint p, GridPoint q) const;

    /// x as the tree's boxes count it; off by at most the rounding the boxes allow for.
    float from_origin_x(std::int64_t x) const { return static_cast<float>(x - origin_.x); }
    float from_origin_y(std::int64_t y) const { return static_cast<float>(y - origin_.y); }

  private:
    GridPoint origin_;
    std::vector<std::vector<EdgeBox>> levels_;
};

} // namespace shapes::arrangement
