// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/kernels.hpp"
#include "shapes/types/region.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace shapes::edges {

/// Consecutive positions somewhere in memory, `edges` + 1 of them.
struct Piece {
    const Position* first;
    std::size_t edges;
    bool reversed = false; ///< to be taken from its last position to its first
};

/// The edges of a boundary, cut into leaves: eight consecutive edges of one path each, or what is
/// left of the path. A path is a ring, or a run of edges of a ring.
///
/// Edge s runs from position s to position s + 1 of `positions()`. A region's positions are looked
/// at where they stand (the region must outlive the boundary); a boundary made of pieces has a
/// copy.
class Boundary {
  public:
    struct Path {
        std::uint32_t first;                                ///< its first edge
        std::uint32_t edges;                                ///< how many
        std::uint32_t end() const { return first + edges; } ///< its last position
    };

    explicit Boundary(const Region& region);
    explicit Boundary(std::span<const Piece> pieces);
    /// Of rings that stand one after another, each with its first position repeated at its end;
    /// ring r ends before position ring_ends[r].
    Boundary(std::unique_ptr<Position[]> rings, std::span<const std::size_t> ring_ends);

    const Position* positions() const { return positions_; }
    std::size_t position_count() const { return position_count_; }
    std::span<const Path> paths() const { return paths_; }
    /// Whether every path ends where it starts.
    bool closed() const { return closed_; }
    bool is_closed(const Path& path) const {
        return positions_[path.first] == positions_[path.end()];
    }

    std::size_t leaf_count() const { return first_.size(); }
    /// How many leaves a path of so many edges takes.
    static std::size_t leaves_for(std::size_t edges) { return (edges + 7) / 8; }
    std::uint32_t first_edge(std::size_t leaf) const { return first_[leaf]; }
    std::size_t edges_in(std::size_t leaf) const;
    std::uint32_t path_of_leaf(std::size_t leaf) const { return path_of_leaf_[leaf]; }
    /// Number of the path an edge is on.
    std::size_t path_of(std::uint32_t edge) const;
    LeafView leaves() const;

  private:
    void reserve(std::size_t paths);
    void add_path(std::size_t first, std::size_t edges);
    void finish();

    const Position* positions_ = nullptr;
    std::size_t position_count_ = 0;
    std::unique_ptr<Position[]> owned_;
    // A leaf is read as nine positions; those near the end of the array are read from here.
    static constexpr std::size_t kTail = 8;
    std::array<Position, kTail + 9> tail_{};
    std::uint32_t tail_first_ = 0;

    std::vector<std::uint32_t> first_; // by leaf
    std::vector<std::uint8_t> valid_;
    std::vector<std::uint32_t> path_of_leaf_;
    std::vector<Path> paths_;
    bool closed_ = true;
};

} // namespace shapes::edges
