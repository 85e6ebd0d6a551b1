// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/box_tree.hpp"
#include "shapes/edges/kernels.hpp"
#include "shapes/types/position.hpp"

#include <cstddef>
#include <vector>

namespace shapes::edges {

/// Oriented boxes over the nodes of a BoxTree, level by level: tight where edges are long and
/// slanted (a thin wedge of a star fills a hundredth of its upright box).
class OrientedTree {
  public:
    /// `origin` and `extent` (largest distance in lon or lat from it, degrees) are those of both
    /// trees that are to be compared.
    OrientedTree(const LeafView& edges, const BoxTree& boxes, Position origin, double extent,
                 const Kernels& loops);

    const OrientedBlock& block(std::size_t level, std::size_t i) const { return levels_[level][i]; }

  private:
    std::vector<std::vector<OrientedBlock>> levels_;
};

/// One box of a block.
OrientedNode node(const OrientedBlock& block, std::size_t i);

} // namespace shapes::edges
