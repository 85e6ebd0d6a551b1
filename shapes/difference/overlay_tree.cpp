// SPDX-License-Identifier: MIT
#include "shapes/difference/overlay_tree.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace shapes::arrangement {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr EdgeBox kEmpty{kInfinity, kInfinity, -kInfinity, -kInfinity};

// Rounding to float and the subtraction lose at most half a unit in the last place each, together
// 2^-23 of the value; twice that is allowed for.
constexpr float kSlack = 0x1p-22F;

float lower(float v) {
    return v - (std::abs(v) * kSlack + kReach);
}
float upper(float v) {
    return v + (std::abs(v) * kSlack + kReach);
}

GridPoint centre(const std::vector<GridPoint>& points) {
    if (points.empty()) {
        return {};
    }
    GridPoint low = points.front();
    GridPoint high = low;
    for (const GridPoint p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {low.x + (high.x - low.x) / 2, low.y + (high.y - low.y) / 2};
}

} // namespace

EdgeBox OverlayTree::box(GridPoint p, GridPoint q) const {
    return {lower(from_origin_x(std::min(p.x, q.x))), lower(from_origin_y(std::min(p.y, q.y))),
            upper(from_origin_x(std::max(p.x, q.x))), upper(from_origin_y(std::max(p.y, q.y)))};
}

OverlayTree::OverlayTree(const GridChains& chains) : origin_(centre(chains.points)) {
    std::vector<EdgeBox> edges(chains.points.size(), kEmpty);
    for (std::size_t r = 0; r < chains.ring_count(); ++r) {
        for (Index i = chains.first_point(r); i < chains.last_point(r); ++i) {
            edges[i] = box(chains.points[i], chains.points[i + 1]);
        }
    }
    levels_.push_back(std::move(edges));
    while (levels_.back().size() > 1) {
        const std::vector<EdgeBox>& below = levels_.back();
        std::vector<EdgeBox> level((below.size() + kFan - 1) / kFan, kEmpty);
        for (std::size_t i = 0; i < below.size(); ++i) {
            EdgeBox& box = level[i / kFan];
            box.west = std::min(box.west, below[i].west);
            box.south = std::min(box.south, below[i].south);
            box.east = std::max(box.east, below[i].east);
            box.north = std::max(box.north, below[i].north);
        }
        levels_.push_back(std::move(level));
    }
}

} // namespace shapes::arrangement
