// SPDX-License-Identifier: MIT
#include "shapes/validity/drawn_positions.hpp"

#include "shapes/overlay/grid.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace shapes::validity {
namespace {

struct Hash {
    std::size_t operator()(overlay::GridPoint p) const {
        const std::uint64_t mixed = static_cast<std::uint64_t>(p.x) * 0x9e3779b97f4a7c15U ^
                                    static_cast<std::uint64_t>(p.y) * 0xc2b2ae3d27d4eb4fU;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
    }
};

} // namespace

Region with_drawn_positions(Region resolved, const InputRings& input) {
    double magnitude = 0.0;
    for (const Position p : input.vertices()) {
        magnitude = std::max({magnitude, std::abs(p.lon), std::abs(p.lat)});
    }
    const overlay::Grid grid(magnitude);
    std::unordered_map<overlay::GridPoint, Position, Hash> drawn;
    drawn.reserve(input.vertices().size());
    for (const Position p : input.vertices()) {
        drawn.emplace(grid.nearest(p), p);
    }
    for (Position& p : resolved.positions()) {
        if (const auto found = drawn.find(grid.nearest(p)); found != drawn.end()) {
            p = found->second;
        }
    }
    return resolved;
}

} // namespace shapes::validity
