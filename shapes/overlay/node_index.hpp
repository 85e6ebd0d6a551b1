// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace shapes::overlay {

/// Numbers grid points in the order in which they are first looked up (a hash table with open
/// addressing). `places` is the largest number of different points that may be looked up.
class NodeIndex {
  public:
    explicit NodeIndex(std::size_t places)
        : slots_(std::bit_ceil(2 * places + 2), kFree), mask_(slots_.size() - 1) {}

    /// Fetches the table entry of a point that will be looked up soon; with many nodes the table
    /// does not fit into the cache.
    void prefetch(GridPoint p) const { __builtin_prefetch(&slots_[hash(p) & mask_]); }

    /// The number of a point. A point that is new gets the next number and is appended to `nodes`.
    Node of(GridPoint p, std::vector<GridPoint>& nodes) {
        std::size_t slot = hash(p) & mask_;
        while (slots_[slot] != kFree) {
            if (nodes[slots_[slot]] == p) {
                return slots_[slot];
            }
            slot = (slot + 1) & mask_;
        }
        slots_[slot] = static_cast<Node>(nodes.size());
        nodes.push_back(p);
        return slots_[slot];
    }

  private:
    static std::size_t hash(GridPoint p) {
        // Multiplicative hashing with two odd constants (fractions of the golden ratio and √2).
        const std::uint64_t mixed = static_cast<std::uint64_t>(p.x) * 0x9E3779B97F4A7C15U +
                                    static_cast<std::uint64_t>(p.y) * 0x6A09E667F3BCC909U;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
    }

    static constexpr Node kFree = std::numeric_limits<Node>::max();
    std::vector<Node> slots_;
    std::size_t mask_;
};

} // namespace shapes::overlay
