// SPDX-License-Identifier: MIT
#include "shapes/overlay/grid_chains.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

namespace shapes::overlay {
namespace {

double largest_magnitude(std::span<const Ring> rings, double largest) {
    double lon = largest; // apart, so that neither waits for the other
    double lat = largest;
    for (const Ring ring : rings) {
        for (const Position p : ring) {
            lon = std::max(lon, std::abs(p.lon));
            lat = std::max(lat, std::abs(p.lat));
        }
    }
    return std::max(lon, lat);
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
    Rounder(const Grid& grid, std::span<const Ring> chain_a, std::span<const Ring> chain_b,
            Drawn drawn)
        : grid_(grid), keep_drawn_(drawn == Drawn::kept) {
        const std::size_t most = position_count(chain_a) + position_count(chain_b);
        points_.reserve(most);
        drawn_.resize(keep_drawn_ ? most : 0);
        positions_ = std::make_unique_for_overwrite<Position[]>(most);
        std::for_each(chain_a.begin(), chain_a.end(), [this](Ring ring) { add(ring); });
        rings_of_a_ = ring_ends_.size();
        std::for_each(chain_b.begin(), chain_b.end(), [this](Ring ring) { add(ring); });
    }

    std::size_t rings_of_a() const { return rings_of_a_; }
    bool dropped_any() const { return dropped_any_; }
    std::vector<GridPoint> take_points() { return std::move(points_); }
    std::vector<Position> take_drawn() {
        drawn_.resize(keep_drawn_ ? points_.size() : 0);
        return std::move(drawn_);
    }
    edges::Boundary take_boundary() { return {std::move(positions_), ring_ends_}; }

  private:
    void add(Ring ring) {
        constexpr std::size_t kBlock = 256; // stays in the nearest cache
        const std::size_t start = points_.size();
        std::array<Position, kBlock> rounded;
        for (std::size_t done = 0; done < ring.size(); done += kBlock) {
            const Ring block = ring.subspan(done, std::min(kBlock, ring.size() - done));
            grid_.round(block, rounded.data());
            append(block, rounded.data(), start);
        }
        if (points_.size() > start && points_.back() != points_[start]) {
            const GridPoint first = points_[start];
            positions_[points_.size()] = grid_.position(first);
            if (keep_drawn_) {
                drawn_[points_.size()] = drawn_[start];
            }
            points_.push_back(first);
        }
        if (points_.size() - start >= 4) { // else nothing is left of it
            ring_ends_.push_back(points_.size());
        } else {
            points_.resize(start);
            dropped_any_ = true;
        }
    }

    /// Points in units of the grid, but those that are where the one before is. The ring began at
    /// point `start`.
    void append(Ring drawn, const Position* rounded, std::size_t start) {
        std::size_t kept = points_.size();
        points_.resize(kept + drawn.size());
        GridPoint* const points = points_.data();
        Position* const positions = positions_.get();
        const double unit = grid_.unit();
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const Position p = rounded[i];
            points[kept] = {static_cast<std::int64_t>(p.lon), static_cast<std::int64_t>(p.lat)};
            positions[kept] = {p.lon * unit, p.lat * unit};
            const bool is_new = kept == start || points[kept] != points[kept - 1];
            if (keep_drawn_) {
                dropped_any_ = dropped_any_ || (!is_new && !(drawn_[kept - 1] == drawn[i]));
                drawn_[kept] = drawn[i];
            }
            kept += std::size_t{is_new};
        }
        points_.resize(kept);
    }

    const Grid& grid_;
    std::vector<GridPoint> points_;
    std::unique_ptr<Position[]> positions_; ///< of points_
    std::vector<Position> drawn_;
    std::vector<std::size_t> ring_ends_;
    std::size_t rings_of_a_ = 0;
    bool keep_drawn_;
    bool dropped_any_ = false;
};

GridChains::GridChains(std::span<const Ring> chain_a, std::span<const Ring> chain_b, Drawn drawn)
    : GridChains(Grid(largest_magnitude(chain_b, largest_magnitude(chain_a, 0.0))), chain_a,
                 chain_b, drawn) {}

GridChains::GridChains(const Grid& grid, std::span<const Ring> chain_a,
                       std::span<const Ring> chain_b, Drawn drawn)
    : GridChains(grid, Rounder(grid, chain_a, chain_b, drawn)) {}

GridChains::GridChains(const Grid& grid, Rounder rounder)
    : grid_(grid), rings_of_a_(rounder.rings_of_a()), boundary_(rounder.take_boundary()),
      drawn_(rounder.take_drawn()), dropped_any_(rounder.dropped_any()),
      points_(rounder.take_points()),
      tree_(boundary_.leaves(), boundary_.leaf_count(), edges::kernels(best_instructions()),
            static_cast<double>(kNear) * grid.unit()),
      ring_ends_(boundary_.paths(), points_.size()) {}

Index GridChains::edge_before(Index edge) const {
    const bool first = edge == 0 || ring_ends_.at(edge - 1);
    return (first ? boundary_.paths()[ring_of(edge)].end() : edge) - 1;
}

Index GridChains::edge_from(Index point) const {
    return ring_ends_.at(point) ? boundary_.paths()[ring_of(point)].first : point;
}

} // namespace shapes::overlay
