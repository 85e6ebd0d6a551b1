// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/boundary.hpp"
#include "shapes/edges/box_tree.hpp"
#include "shapes/overlay/grid.hpp"
#include "shapes/overlay/ring_ends.hpp"
#include "shapes/types/operand.hpp"
#include "shapes/types/region.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::overlay {

/// Index of a point of `GridChains`, and number of the edge that starts there.
using Index = std::uint32_t;

/// Closed rings on the grid, those of chain A first, laid out as in `Boundary`: edge i runs from
/// point i to point i + 1, each ring repeats its first point at its end, and no edge starts at that
/// last point. Neighbouring points of a ring differ, and a ring has at least three edges.
///
/// A point that falls on the same grid point as the one before it is dropped. A ring that is left
/// with fewer than three edges is dropped too, as it winds around nothing.
class GridChains {
  public:
    /// Whether the chains remember where their points were drawn.
    enum class Drawn { forgotten, kept };

    /// Rounds the rings to the finest grid that holds all their coordinates.
    GridChains(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
               Drawn drawn = Drawn::forgotten);

    const Grid& grid() const { return grid_; }
    const edges::Boundary& boundary() const { return boundary_; }
    const edges::BoxTree& tree() const { return tree_; }

    const std::vector<GridPoint>& points() const { return points_; }
    GridPoint point(Index i) const { return points_[i]; }
    /// By point: where it was drawn, the first place of several that a ring has there one after the
    /// other. Empty where that was to be forgotten.
    const std::vector<Position>& drawn() const { return drawn_; }
    /// Whether a point or a ring was dropped that was drawn elsewhere than any point that is left;
    /// meaningful where `drawn` was to be kept.
    bool dropped_any() const { return dropped_any_; }

    std::size_t ring_count() const { return boundary_.paths().size(); }
    Index first_point(std::size_t ring) const { return boundary_.paths()[ring].first; }
    Index last_point(std::size_t ring) const { return boundary_.paths()[ring].end(); }
    std::size_t ring_of(Index point) const { return ring_ends_.ring_of(point); }
    /// The edge of the same ring that ends where this one begins.
    Index edge_before(Index edge) const;
    /// The edge that begins at a point. For the point that closes a ring, this is the ring's first
    /// edge.
    Index edge_from(Index point) const;
    Operand operand_of_ring(std::size_t ring) const {
        return ring < rings_of_a_ ? Operand::a : Operand::b;
    }

    /// Edges that are farther apart than this, in units of the grid, are not near: no hot pixel,
    /// which is √2 units across, can be met by both.
    static constexpr std::int64_t kNear = 2;

  private:
    class Rounder;
    GridChains(const Grid& grid, std::span<const Ring> chain_a, std::span<const Ring> chain_b,
               Drawn drawn);
    GridChains(const Grid& grid, Rounder rounder);

    Grid grid_;
    std::size_t rings_of_a_;
    edges::Boundary boundary_;
    std::vector<Position> drawn_;
    bool dropped_any_;
    std::vector<GridPoint> points_;
    edges::BoxTree tree_; ///< over the edges, with boxes widened by kNear units
    RingEnds ring_ends_;
};

} // namespace shapes::overlay
