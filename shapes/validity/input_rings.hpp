// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shapes::validity {

/// The part that a ring plays in its polygon.
struct RingRole {
    /// number of its polygon, counted through all regions of the drawing
    std::uint32_t polygon = 0;
    bool shell = false;       ///< whether it is the first ring of its polygon
    std::uint32_t source = 0; ///< index of the ring in the region it came from
    /// which of its vertices is the leftmost, the lowest of several; counted from its start
    std::uint32_t leftmost = 0;
};

/// A ring that was left out, because it encloses nothing or because its whole polygon repeats two
/// equal polygons before it.
struct DroppedRing {
    std::uint32_t source; ///< index of the ring in the region it came from
    ProblemCode why;      ///< too_few_positions, zero_area_ring or duplicate_ring
    Position at;
};

/// One or two drawn regions, prepared for examination: every ring is closed, and no position equals
/// the next one. Three things are left out that make no difference under either fill rule:
///
/// - rings that enclose nothing (fewer than three positions, all positions on one line, or a line
///   run out and back);
/// - of a ring that goes round the same way many times, all turns but two, or but three where their
///   number is odd;
/// - equal polygons beyond the second.
///
/// Order, coordinates and direction stay as drawn.
///
/// Vertex i is `vertices()[i]`; edge i runs from vertex i to vertex i + 1. The last vertex of a
/// ring repeats its first and starts no edge.
class InputRings {
  public:
    explicit InputRings(const Region& region);
    InputRings(const Region& before, const Region& after);

    const Region& rings() const { return rings_; }
    std::span<const Position> vertices() const { return rings_.positions(); }
    std::size_t ring_count() const { return rings_.ring_count(); }
    const RingRole& role(std::size_t ring) const { return roles_[ring]; }

    std::uint32_t polygon_count() const { return polygon_count_; }
    /// Number of the first polygon of the second region; all from here on belong to it.
    std::uint32_t second_region() const { return second_region_; }

    const std::vector<DroppedRing>& dropped() const { return dropped_; }

    std::uint32_t ring_start(std::size_t ring) const {
        return static_cast<std::uint32_t>(rings_.ring_starts()[ring]);
    }
    /// Index of the closing vertex of a ring, which is also one past the number of its last edge.
    std::uint32_t ring_end(std::size_t ring) const {
        return static_cast<std::uint32_t>(ring + 1 < ring_count() ? rings_.ring_starts()[ring + 1]
                                                                  : rings_.position_count()) -
               1;
    }
    std::size_t ring_of(std::size_t edge) const;

  private:
    class Repeated;
    void add(const Region& region);

    Region rings_;
    std::vector<RingRole> roles_;
    std::vector<DroppedRing> dropped_;
    std::uint32_t polygon_count_ = 0;
    std::uint32_t second_region_ = 0;
};

} // namespace shapes::validity
