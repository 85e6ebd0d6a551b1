// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/kernels.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace shapes {

/// Consecutive positions somewhere in memory, `edges` + 1 of them.
struct Piece {
    const Position* first;
    std::size_t edges;
    bool reversed = false; ///< to be taken from its last position to its first
};

/// The edges of a boundary as the difference core wants them: longitudes and latitudes in an array
/// each, path after path, every path starting a new leaf of eight edges.
///
/// Edge s runs from vertex s to vertex s + 1. A path of n edges has ⌈(n + 1) / 8⌉ leaves; what is
/// left of its last leaf repeats the last vertex and is marked as not there. A path is a ring, or a
/// run of edges of a ring.
class Boundary {
  public:
    struct Path {
        std::uint32_t first;    ///< its first edge
        std::uint32_t edges;    ///< how many
        const Position* source; ///< where its first edge starts in the region it came from
        std::uint32_t end() const { return first + edges; } ///< its last vertex
    };

    explicit Boundary(std::span<const Piece> pieces);
    explicit Boundary(const Region& region);

    Boundary(Boundary&&) = default;
    Boundary& operator=(Boundary&&) = default;

    /// Leaves, and edge numbers (existing or not): 8 per leaf.
    std::size_t leaf_count() const { return leaf_count_; }
    std::size_t slot_count() const { return 8 * leaf_count_; }
    std::span<const Path> paths() const { return paths_; }
    const Path& path_of(std::uint32_t edge) const { return paths_[path_of_leaf_[edge / 8]]; }
    std::uint32_t path_number_of_leaf(std::size_t leaf) const { return path_of_leaf_[leaf]; }

    /// Index of the edge's first position in the array its path was taken from (unreversed paths).
    std::size_t source_index(std::uint32_t edge, const Position* array) const {
        const Path& path = path_of(edge);
        return static_cast<std::size_t>(path.source - array) + (edge - path.first);
    }

    Position vertex(std::size_t i) const { return {x_[i], y_[i]}; }
    const double* x() const { return x_.get(); }
    const double* y() const { return y_.get(); }
    EdgeView view() const { return {x(), y(), x() + 1, y() + 1, valid_.get()}; }

  private:
    void fill(std::span<const Piece> pieces);

    std::size_t leaf_count_ = 0;
    std::unique_ptr<double[]> x_, y_;
    std::unique_ptr<std::uint8_t[]> valid_;
    std::unique_ptr<std::uint32_t[]> path_of_leaf_;
    std::vector<Path> paths_;
};

} // namespace shapes
