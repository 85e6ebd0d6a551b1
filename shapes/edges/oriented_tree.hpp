// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/box_tree.hpp"
#include "shapes/edges/kernels.hpp"
#include "shapes/types/position.hpp"

#include <cstddef>
#include <vector>

namespace shapes::edges {

/// Oriented boxes over the nodes of a BoxTree, level by level. They are tight where edges are long
/// and slanted: a thin wedge of a star fills only a hundredth of its box along the axes.
class OrientedTree {
  public:
    /// `origin` and `extent` (the largest distance from the origin in longitude or latitude,
    /// degrees) must be the same for both trees that will be compared, and cover both.
    OrientedTree(const LeafView& edges, const BoxTree& boxes, Position origin, double extent,
                 const Kernels& loops);

    const OrientedBlock& block(std::size_t level, std::size_t i) const { return levels_[level][i]; }

  private:
    std::vector<std::vector<OrientedBlock>> levels_;
};

/// One oriented box of a block.
OrientedNode node(const OrientedBlock& block, std::size_t i);

} // namespace shapes::edges
