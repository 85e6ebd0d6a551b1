// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <cstdint>
#include <unordered_map>
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
    /// place, within a distance no larger than a cell. An edge that ends before the place does not.
    bool runs_along(shapes::Position place, shapes::Position direction, double distance) const;

  private:
    /// Calls `visit` with the first position of every edge within a cell of the place, until it
    /// says true; an edge may come more than once.
    template<typename Visit>
    void around(shapes::Position place, const Visit& visit) const;
    std::int64_t cell(double lon, double lat) const;

    const shapes::Region* region_;
    double cell_size_ = 1.0;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>>
        starts_; // positions, edge i → i + 1
};

} // namespace engine
