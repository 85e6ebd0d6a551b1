// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/boundary.hpp"
#include "shapes/types/box.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace shapes::edges {

/// Copies of a boundary's edges in leaves of eight, sorted by length class, then direction class,
/// then place along a Z-order curve. Boxes over such leaves are small even where neighbours along
/// the boundary run far apart (spirals) or long edges stand among short ones.
class SortedEdges {
  public:
    SortedEdges(const Boundary& boundary, const Box& bounds);

    std::size_t leaf_count() const { return valid_.size(); }
    LeafView leaves() const;

  private:
    std::unique_ptr<double[]> packed_;
    std::vector<std::uint32_t> ids_;
    std::vector<std::uint8_t> valid_;
};

} // namespace shapes::edges
