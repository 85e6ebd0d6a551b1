// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// Finds the edge of a region that a place lies on or next to, in the plane of its coordinates
/// (degrees, or km where the region was carried to a plane). Edges are entered into a square grid
/// at samples half a cell apart, so that a long edge costs its length and not its box.
class EdgeGrid {
  public:
    /// Keeps a reference to `region`, which must outlive the grid. Cells are no smaller than
    /// `least_cell`, so that distances up to that are found.
    explicit EdgeGrid(const shapes::Region& region, double least_cell = 0.0);

    /// Distance to the nearest edge among those within a cell of the place; infinity where there is
    /// none.
    double distance(shapes::Position place) const { return nearest(place).distance; }

    /// That edge.
    struct Nearest {
        double distance;
        shapes::Position a; ///< of no meaning where the distance is infinite
        shapes::Position b;
    };
    Nearest nearest(shapes::Position place) const;

    /// Whether an edge that runs along `direction`, either way and within 60°, passes beside the
    /// place, within a distance; of those farther than a cell only some are found. An edge that
    /// ends before the place does not.
    bool runs_along(shapes::Position place, shapes::Position direction, double distance) const;

  private:
    /// Calls `visit` with the first position of every edge within a cell of the place, until it
    /// says true; an edge may come more than once.
    template<typename Visit>
    void around(shapes::Position place, const Visit& visit) const;
    /// Calls `enter` with the cell and the first position of every edge, once for each sample.
    template<typename Enter>
    void for_each_sample(const Enter& enter) const;
    struct Cell {
        std::int64_t column;
        std::int64_t row;
    };
    Cell cell_of(shapes::Position place) const;
    /// The edges in the cells of a row from the first column to the last; none outside.
    std::span<const std::uint32_t> in_row(std::int64_t row, std::int64_t first,
                                          std::int64_t last) const;
    std::span<const std::uint32_t> in_cell(shapes::Position place) const;

    const shapes::Region* region_;
    double cell_size_ = 1.0;
    shapes::Position corner_{};
    std::int64_t columns_ = 0;
    std::int64_t rows_ = 0;
    std::vector<std::uint32_t> begins_; ///< of each cell in `starts_`, and one more
    std::vector<std::uint32_t> starts_; ///< first positions of edges: i → i + 1
};

} // namespace engine
