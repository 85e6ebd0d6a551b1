// SPDX-License-Identifier: MIT
#include "shapes/difference/grid_chains.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

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

} // namespace

/// The chains rounded, ring by ring.
class GridChains::Rounder {
  public:
    Rounder(const Grid& grid, std::span<const Ring> chain_a, std::span<const Ring> chain_b)
        : grid_(grid), points_(position_count(chain_a) + position_count(chain_b)),
          positions_(std::make_unique_for_overwrite<Position[]>(points_.size())) {
        std::for_each(chain_a.begin(), chain_a.end(), [this](Ring ring) { add(ring); });
        rings_of_a_ = ring_ends_.size();
        std::for_each(chain_b.begin(), chain_b.end(), [this](Ring ring) { add(ring); });
        points_.resize(count_);
    }

    std::size_t rings_of_a() const { return rings_of_a_; }
    std::vector<GridPoint> take_points() { return std::move(points_); }
    Boundary take_boundary() { return {std::move(positions_), ring_ends_}; }

  private:
    void add(Ring ring) {
        // In local variables, which stores through the pointers cannot be thought to change.
        const Grid grid = grid_;
        GridPoint* const first = points_.data() + count_;
        GridPoint* point = first;
        Position* position = positions_.get() + count_;
        const auto push = [&](GridPoint p) {
            *point++ = p;
            *position++ = grid.position(p);
        };
        GridPoint last;
        for (const Position p : ring) {
            const GridPoint rounded = grid.nearest(p);
            if (point == first || last != rounded) {
                push(rounded);
                last = rounded;
            }
        }
        if (point != first && last != *first) {
            push(*first);
        }
        if (point - first >= 4) { // else nothing is left of it
            count_ += static_cast<std::size_t>(point - first);
            ring_ends_.push_back(count_);
        }
    }

    const Grid& grid_;
    std::vector<GridPoint> points_;
    std::unique_ptr<Position[]> positions_;
    std::size_t count_ = 0;
    std::vector<std::size_t> ring_ends_;
    std::size_t rings_of_a_ = 0;
};

GridChains::GridChains(std::span<const Ring> chain_a, std::span<const Ring> chain_b)
    : GridChains(Grid(largest_magnitude(chain_b, largest_magnitude(chain_a, 0.0))), chain_a,
                 chain_b) {}

GridChains::GridChains(const Grid& grid, std::span<const Ring> chain_a,
                       std::span<const Ring> chain_b)
    : GridChains(grid, Rounder(grid, chain_a, chain_b)) {}

GridChains::GridChains(const Grid& grid, Rounder rounder)
    : grid_(grid), rings_of_a_(rounder.rings_of_a()), boundary_(rounder.take_boundary()),
      points_(rounder.take_points()),
      tree_(boundary_.leaves(), boundary_.leaf_count(), kernels(best_instructions()),
            static_cast<double>(kNear) * grid.unit()),
      is_ring_end_(points_.size()) {
    for (const Boundary::Path& path : boundary_.paths()) {
        is_ring_end_[path.end()] = true;
    }
}

Index GridChains::edge_before(Index edge) const {
    const bool first = edge == 0 || is_ring_end_[edge - 1];
    return (first ? boundary_.paths()[ring_of(edge)].end() : edge) - 1;
}

Index GridChains::edge_from(Index point) const {
    return is_ring_end_[point] ? boundary_.paths()[ring_of(point)].first : point;
}

} // namespace shapes::arrangement
