// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/grid.hpp"
#include "shapes/types/region.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::arrangement {

/// Index of a point of `GridChains`, and of the edge that starts there.
using Index = std::uint32_t;

enum class Chain : std::uint8_t { a, b };

/// Closed rings on the grid, those of chain A first, all points in one array. A ring repeats its
/// first point at its end, so edge i runs from points[i] to points[i + 1]; no edge starts at the
/// last point of a ring. Neighbouring points differ; a ring has at least three edges.
struct GridChains {
    std::vector<GridPoint> points;
    std::vector<Index> ring_starts; ///< ring r is [ring_starts[r], ring_starts[r + 1])
    std::size_t rings_of_a = 0;

    std::size_t ring_count() const { return ring_starts.size() - 1; }
    Chain chain_of_ring(std::size_t ring) const { return ring < rings_of_a ? Chain::a : Chain::b; }
    Index first_point(std::size_t ring) const { return ring_starts[ring]; }
    Index last_point(std::size_t ring) const { return ring_starts[ring + 1] - 1; }
};

/// The finest grid that holds all coordinates.
Grid grid_for(std::span<const Ring> chain_a, std::span<const Ring> chain_b);

/// The rings rounded to the grid. Points that fall together with their predecessor are dropped, and
/// so are rings that are left with fewer than three edges: they wind around nothing.
GridChains to_grid(const Grid& grid, std::span<const Ring> chain_a, std::span<const Ring> chain_b);

} // namespace shapes::arrangement
