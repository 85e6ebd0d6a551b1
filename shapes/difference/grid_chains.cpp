// SPDX-License-Identifier: MIT
#include "shapes/difference/grid_chains.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace shapes::arrangement {
namespace {

void append_ring(const Grid& grid, Ring ring, GridChains& out) {
    const std::size_t start = out.points.size();
    for (const Position p : ring) {
        const GridPoint point = grid.nearest(p);
        if (out.points.size() == start || out.points.back() != point) {
            out.points.push_back(point);
        }
    }
    if (out.points.size() > start && out.points.back() != out.points[start]) {
        const GridPoint first = out.points[start];
        out.points.push_back(first);
    }
    if (out.points.size() - start < 4) {
        out.points.resize(start);
        return;
    }
    out.ring_starts.push_back(static_cast<Index>(out.points.size()));
}

std::size_t position_count(std::span<const Ring> rings) {
    std::size_t count = 0;
    for (const Ring ring : rings) {
        count += ring.size() + 1;
    }
    return count;
}

} // namespace

Grid grid_for(std::span<const Ring> chain_a, std::span<const Ring> chain_b) {
    double largest = 0.0;
    for (const auto& chain : {chain_a, chain_b}) {
        for (const Ring ring : chain) {
            for (const Position p : ring) {
                largest = std::max({largest, std::abs(p.lon), std::abs(p.lat)});
            }
        }
    }
    return Grid(largest);
}

GridChains to_grid(const Grid& grid, std::span<const Ring> chain_a, std::span<const Ring> chain_b) {
    const std::size_t count = position_count(chain_a) + position_count(chain_b);
    if (count >= std::numeric_limits<Index>::max()) {
        throw std::length_error("overlay: more than 4 thousand million positions");
    }
    GridChains out;
    out.points.reserve(count);
    out.ring_starts.push_back(0);
    for (const Ring ring : chain_a) {
        append_ring(grid, ring, out);
    }
    out.rings_of_a = out.ring_count();
    for (const Ring ring : chain_b) {
        append_ring(grid, ring, out);
    }
    return out;
}

} // namespace shapes::arrangement
