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

/// A run of `edges` + 1 consecutive positions in an array that belongs to the caller.
struct Piece {
    const Position* first;
    std::size_t edges;
    bool reversed = false; ///< whether the run is to be read from its last position to its first
};

/// The edges of a boundary, grouped into leaves for the vector loops. A leaf holds eight
/// consecutive edges of one path; the last leaf of a path holds the one to eight edges that remain.
/// A path is a whole ring or a run of edges of a ring.
///
/// Edge s runs from position s to position s + 1 of `positions()`. A boundary made from a region
/// refers to the region's own positions, so the region must outlive it; a boundary made from pieces
/// keeps a copy.
class Boundary {
  public:
    struct Path {
        /// number of its first edge, which is also the index of its first position
        std::uint32_t first;
        std::uint32_t edges;                                ///< number of edges
        std::uint32_t end() const { return first + edges; } ///< index of its last position
    };

    explicit Boundary(const Region& region);
    explicit Boundary(std::span<const Piece> pieces);
    /// Takes over an array of rings that are stored one after another. Each ring repeats its first
    /// position at its end, and ring r ends before position ring_ends[r].
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
    /// Number of leaves that a path of `edges` edges needs.
    static std::size_t leaves_for(std::size_t edges) { return (edges + 7) / 8; }
    std::uint32_t first_edge(std::size_t leaf) const { return first_[leaf]; }
    std::size_t edges_in(std::size_t leaf) const;
    std::uint32_t path_of_leaf(std::size_t leaf) const { return path_of_leaf_[leaf]; }
    /// Number of the path that an edge belongs to.
    std::size_t path_of(std::uint32_t edge) const;
    LeafView leaves() const;

  private:
    void reserve(std::size_t paths);
    void add_path(std::size_t first, std::size_t edges);
    void finish();

    const Position* positions_ = nullptr;
    std::size_t position_count_ = 0;
    std::unique_ptr<Position[]> owned_;
    // The loops always read nine positions for a leaf. For leaves that begin so near the end of the
    // array that this would read past it, the positions are copied here.
    static constexpr std::size_t kTail = 8;
    std::array<Position, kTail + 9> tail_{};
    std::uint32_t tail_first_ = 0;

    std::vector<std::uint32_t> first_; // indexed by leaf: number of its first edge
    std::vector<std::uint8_t> valid_;
    std::vector<std::uint32_t> path_of_leaf_;
    std::vector<Path> paths_;
    bool closed_ = true;
};

} // namespace shapes::edges
