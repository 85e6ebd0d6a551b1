// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/box.hpp"
#include "shapes/types/position.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace shapes {

/// A closed ring: its last position repeats the first, so edge i runs from ring[i] to ring[i + 1].
/// It is a view, which is valid as long as the region that it was taken from is not changed.
using Ring = std::span<const Position>;

/// Polygons as somebody drew them: any number of polygons, each a shell followed by its holes.
///
/// Nothing about it is proven: rings may cross themselves and each other, run either way, repeat or
/// have no area. `ValidRegion` (valid_region.hpp) is the type that carries a proof.
///
/// All positions are in one array, ring after ring, so that a pass over the region is one pass over
/// memory. `add_polygon`, `add_ring` and `add` append to it in the order of the file.
class Region {
  public:
    /// Starts a polygon; the next ring is its shell.
    void add_polygon() { polygon_starts_.push_back(ring_starts_.size()); }

    /// Starts a ring of the current polygon (a polygon is started if there is none).
    void add_ring() {
        if (polygon_starts_.empty()) {
            add_polygon();
        }
        ring_starts_.push_back(positions_.size());
    }

    /// Appends a position to the current ring; a ring must have been started.
    void add(Position p) { positions_.push_back(p); }
    void add(std::span<const Position> run) {
        positions_.insert(positions_.end(), run.begin(), run.end());
    }

    /// Ends the current ring: closes it by repeating its first position if it is open.
    /// Returns false where the ring was open.
    bool close_ring();

    /// Adds a whole polygon. Its rings may be open or closed; open ones are closed.
    void add_polygon(std::span<const std::vector<Position>> rings);

    /// Appends all polygons of another region.
    void append(const Region& other);

    void reserve(std::size_t positions) { positions_.reserve(positions); }
    /// Gives back memory that was taken in reserve.
    void shrink_to_fit() {
        positions_.shrink_to_fit();
        ring_starts_.shrink_to_fit();
        polygon_starts_.shrink_to_fit();
    }

    bool empty() const { return positions_.empty(); }
    std::size_t polygon_count() const { return polygon_starts_.size(); }
    std::size_t ring_count() const { return ring_starts_.size(); }
    /// Number of positions as stored, including the closing one of each ring.
    std::size_t position_count() const { return positions_.size(); }
    /// Number of edges. For rings that repeat no position except at the end, this is also the
    /// number of their distinct vertices.
    std::size_t edge_count() const { return positions_.size() - ring_starts_.size(); }

    Ring ring(std::size_t i) const {
        const std::size_t end =
            i + 1 < ring_starts_.size() ? ring_starts_[i + 1] : positions_.size();
        return {positions_.data() + ring_starts_[i], end - ring_starts_[i]};
    }

    /// Rings of polygon i: indices [first, last) into `ring`, the shell first.
    struct RingRange {
        std::size_t first;
        std::size_t last;
    };
    RingRange polygon(std::size_t i) const {
        const std::size_t end =
            i + 1 < polygon_starts_.size() ? polygon_starts_[i + 1] : ring_starts_.size();
        return {polygon_starts_[i], end};
    }

    std::span<const Position> positions() const { return positions_; }
    std::span<Position> positions() { return positions_; }
    std::span<const std::size_t> ring_starts() const { return ring_starts_; }
    std::span<const std::size_t> polygon_starts() const { return polygon_starts_; }

    Box box() const;

    friend bool operator==(const Region&, const Region&) = default;

  private:
    std::vector<Position> positions_;
    std::vector<std::size_t> ring_starts_;    // into positions_
    std::vector<std::size_t> polygon_starts_; // into ring_starts_
};

} // namespace shapes
