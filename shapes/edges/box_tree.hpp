// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/kernels.hpp"
#include "shapes/types/box.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace shapes::edges {

/// Boxes over edges: a leaf has eight consecutive edges, a block sixteen nodes side by side, and
/// the box of block i of one level is node i of the next. The last level is one block. No pointers:
/// the children of node i are block i one level down.
class BoxTree {
  public:
    /// Boxes are widened by `margin` (degrees) on every side.
    BoxTree(const LeafView& edges, std::size_t leaf_count, const Kernels& loops,
            double margin = 0.0);

    bool empty() const { return levels_.empty(); }
    std::size_t height() const { return levels_.size(); }
    const NodeBlock& block(std::size_t level, std::size_t i) const { return levels_[level][i]; }
    std::size_t block_count(std::size_t level) const { return levels_[level].size(); }
    /// The box of a whole block.
    FloatBox box(std::size_t level, std::size_t i) const;
    std::size_t leaf_count() const { return leaf_count_; }
    double margin() const { return margin_; }

  private:
    std::size_t leaf_count_;
    double margin_;
    FloatBox whole_{};
    std::vector<std::vector<NodeBlock>> levels_;
};

/// Two blocks of leaves whose boxes touch.
struct BlockPair {
    std::uint32_t a;
    std::uint32_t b;
};

class OrientedTree;

/// What is descended: boxes, and oriented boxes on the same nodes where there are any.
struct SearchTree {
    const BoxTree* boxes;
    const OrientedTree* oriented = nullptr;

    bool is(const SearchTree& other) const { return boxes == other.boxes; }
};

/// For each node of a block of a: the nodes of a block of b it touches (bit per node), on one
/// level. Of a block with itself each unordered pair of nodes once.
void touching_rows(const SearchTree& a, const SearchTree& b, std::size_t level_a,
                   std::size_t level_b, BlockPair blocks, const Kernels& loops,
                   std::uint16_t rows[16]);

/// All pairs of leaf blocks that touch, found by descending both trees together; where both are the
/// same one, each unordered pair once (a ≤ b). Nothing where, on some level, there are more pairs
/// than `most_per_block` per block: another way is better then.
std::optional<std::vector<BlockPair>> touching_blocks(const SearchTree& a, const SearchTree& b,
                                                      const Kernels& loops, double most_per_block);

} // namespace shapes::edges
