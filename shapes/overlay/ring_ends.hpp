// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/boundary.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace shapes::overlay {

/// Which points close a ring: a bit a point, and for each word of bits how many are set before it.
/// The number of a point's ring is then a count of bits, where a search among the rings would take
/// a step for each doubling of their number. Layers of small polygons ask at nearly every edge.
class RingEnds {
  public:
    RingEnds(std::span<const edges::Boundary::Path> rings, std::size_t points)
        : bits_(points / kBits + 1, 0), before_(bits_.size(), 0) {
        for (const edges::Boundary::Path& ring : rings) {
            bits_[ring.end() / kBits] |= std::uint64_t{1} << (ring.end() % kBits);
        }
        for (std::size_t word = 1; word < bits_.size(); ++word) {
            before_[word] =
                before_[word - 1] + static_cast<std::uint32_t>(std::popcount(bits_[word - 1]));
        }
    }

    /// Whether the point closes its ring.
    bool at(std::uint32_t point) const {
        return (bits_[point / kBits] >> (point % kBits) & 1U) != 0;
    }

    /// The number of the ring that a point belongs to.
    std::size_t ring_of(std::uint32_t point) const {
        const std::uint64_t earlier = (std::uint64_t{1} << (point % kBits)) - 1;
        return before_[point / kBits] +
               static_cast<std::size_t>(std::popcount(bits_[point / kBits] & earlier));
    }

  private:
    static constexpr std::uint32_t kBits = 64;

    std::vector<std::uint64_t> bits_;
    std::vector<std::uint32_t> before_;
};

} // namespace shapes::overlay
