// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shapes::validity {

/// What a ring is to the polygon it belongs to.
struct RingRole {
    std::uint32_t polygon = 0; ///< counted through all regions of the drawing
    bool shell = false;        ///< the first ring of its polygon
    std::uint32_t source = 0;  ///< index of the ring in the region it came from
};

/// A ring that was left out because it encloses nothing, or with its polygon, which was there twice
/// already.
struct DroppedRing {
    std::uint32_t source; ///< index of the ring in the region it came from
    ProblemCode why;      ///< too_few_positions, zero_area_ring or duplicate_ring
    Position at;
};

/// One or two drawn regions, made ready for the general kernel: every ring closed, no position
/// equal to its neighbour. Rings that enclose nothing (fewer than three positions, all on a line,
/// out and back) are left out, of a ring that goes round many times all turns but two or three, and
/// of many equal polygons all but two: neither fill rule sees the difference. Order, coordinates
/// and direction are as drawn.
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
    /// Polygons from here on are those of the second region.
    std::uint32_t second_region() const { return second_region_; }

    const std::vector<DroppedRing>& dropped() const { return dropped_; }

    std::uint32_t ring_start(std::size_t ring) const {
        return static_cast<std::uint32_t>(rings_.ring_starts()[ring]);
    }
    /// The closing vertex of the ring, which is also one past its last edge.
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
