// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace engine {

/// Finds the edge of a region that a place lies on or next to. Edges are entered into a square grid
/// at samples half a cell apart, so that a long edge costs its length and not its box.
class EdgeGrid {
  public:
    /// Keeps a reference to `region`, which must outlive the grid.
    explicit EdgeGrid(const shapes::Region& region);

    /// Distance in degrees to the nearest edge among those within a cell of the place; infinity
    /// where there is none.
    double distance(shapes::Position place) const;

  private:
    std::int64_t cell(double lon, double lat) const;

    const shapes::Region* region_;
    double cell_size_ = 1.0;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>>
        starts_; // positions, edge i → i + 1
};

} // namespace engine
