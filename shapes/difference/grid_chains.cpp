// SPDX-License-Identifier: MIT
#include "shapes/difference/grid_chains.hpp"

#include <algorithm>
#include <cmath>

namespace shapes::arrangement {
namespace {

double largest_magnitude(std::span<const Ring> rings, double largest) {
    for (const Ring ring : rings) {
        for (const Position p : ring) {
            largest = std::max({largest, std::abs(p.lon), std::abs(p.lat)});
        }
    }
    return largest;
}

std::size_t position_count(std::span<const Ring> rings) {
    std::size_t count = 0;
    for (const Ring ring : rings) {
        count += ring.size() + 1;
    }
    return count;
}

/// False where nothing of the ring is left.
bool append_ring(const Grid& grid, Ring ring, std::vector<Position>& out) {
    const std::size_t start = out.size();
    for (const Position p : ring) {
        const Position rounded = grid.position(grid.nearest(p));
        if (out.size() == start || out.back() != rounded) {
            out.push_back(rounded);
        }
    }
    if (out.size() > start && out.back() != out[start]) {
        const Position first = out[start];
        out.push_back(first);
    }
    if (out.size() - start < 4) {
        out.resize(start);
        return false;
    }
    return true;
}

} // namespace

GridChains::Rounded GridChains::round(const Grid& grid, std::span<const Ring> chain_a,
                                      std::span<const Ring> chain_b) {
    Rounded rounded;
    rounded.positions.reserve(position_count(chain_a) + position_count(chain_b));
    for (const auto& chain : {chain_a, chain_b}) {
        rounded.rings_of_a = rounded.ring_ends.size(); // as it stands when chain B's turn comes
        for (const Ring ring : chain) {
            if (append_ring(grid, ring, rounded.positions)) {
                rounded.ring_ends.push_back(rounded.positions.size());
            }
        }
    }
    return rounded;
}

Boundary GridChains::boundary_of(const Rounded& rounded) {
    std::vector<Piece> pieces;
    pieces.reserve(rounded.ring_ends.size());
    std::size_t start = 0;
    for (const std::size_t end : rounded.ring_ends) {
        pieces.push_back({rounded.positions.data() + start, end - start - 1});
        start = end;
    }
    return Boundary(pieces);
}

GridChains::GridChains(std::span<const Ring> chain_a, std::span<const Ring> chain_b)
    : GridChains(Grid(largest_magnitude(chain_b, largest_magnitude(chain_a, 0.0))), chain_a,
                 chain_b) {}

GridChains::GridChains(const Grid& grid, std::span<const Ring> chain_a,
                       std::span<const Ring> chain_b)
    : GridChains(grid, round(grid, chain_a, chain_b)) {}

GridChains::GridChains(const Grid& grid, const Rounded& rounded)
    : grid_(grid), boundary_(boundary_of(rounded)),
      tree_(boundary_.leaves(), boundary_.leaf_count(), kernels(best_instructions()),
            static_cast<double>(kNear) * grid.unit()),
      rings_of_a_(rounded.rings_of_a) {
    points_.reserve(boundary_.position_count());
    for (std::size_t i = 0; i < boundary_.position_count(); ++i) {
        points_.push_back(grid.nearest(boundary_.positions()[i]));
    }
}

} // namespace shapes::arrangement
