// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace shapes::change {

/// A hash table (open addressing) that finds an edge by its two positions. Each entry also keeps
/// half of the hash, so a failed lookup seldom has to read any position. In a valid region no
/// directed edge occurs twice, so every edge has at most one entry.
class EdgeIndex {
  public:
    /// An empty table over `positions`, which must outlive it. Edge i runs from positions[i] to
    /// positions[i + 1]. At most `edges` edges may be inserted.
    EdgeIndex(const Position* positions, std::size_t edges)
        : positions_(positions), size_(std::bit_ceil(2 * edges + 2)),
          entries_(std::make_unique<Entry[]>(size_)) {}

    /// Fetches an edge that may be inserted soon into the cache, which large maps do not fit into.
    void prefetch(std::size_t i) const { __builtin_prefetch(positions_ + i); }

    /// Inserts edge i, which must not be in the table yet.
    void insert(std::size_t i) {
        const std::uint64_t h = hash_edge(positions_[i], positions_[i + 1]);
        std::size_t slot = home(h);
        while (entries_[slot].place != 0) {
            slot = (slot + 1) & (size_ - 1);
        }
        entries_[slot] = {static_cast<std::uint32_t>(h), static_cast<std::uint32_t>(i + 1)};
    }

    /// The number of the edge from p to q, or nullopt where it has not been inserted.
    std::optional<std::size_t> find(Position p, Position q) const {
        const std::uint64_t h = hash_edge(p, q);
        for (std::size_t slot = home(h);; slot = (slot + 1) & (size_ - 1)) {
            const Entry& entry = entries_[slot];
            if (entry.place == 0) {
                return std::nullopt;
            }
            const std::size_t i = entry.place - 1;
            if (entry.tag == static_cast<std::uint32_t>(h) && positions_[i] == p &&
                positions_[i + 1] == q) {
                return i;
            }
        }
    }

  private:
    struct Entry {
        std::uint32_t tag = 0;
        std::uint32_t place = 0; // position index + 1; 0: free
    };

    static std::uint64_t hash_edge(Position p, Position q) {
        // + 0.0 gives −0 and 0, which are equal, the same bits. The four products do not depend on
        // each other and so run side by side; the last one mixes the bits. The multipliers are odd
        // numbers without a pattern.
        const auto bits = [](double v) { return std::bit_cast<std::uint64_t>(v + 0.0); };
        const std::uint64_t sum =
            bits(p.lon) * 0x9e3779b97f4a7c15U + bits(p.lat) * 0xc2b2ae3d27d4eb4fU +
            bits(q.lon) * 0x165667b19e3779f9U + bits(q.lat) * 0xd6e8feb86659fd93U;
        return (sum ^ (sum >> 32)) * 0x9fb21c651e98df25U;
    }
    std::size_t home(std::uint64_t h) const { return (h >> 32) & (size_ - 1); }

    const Position* positions_;
    std::size_t size_;
    std::unique_ptr<Entry[]> entries_;
};

} // namespace shapes::change
