// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/kernels.hpp"
#include "shapes/types/box.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace shapes::edges {

/// A tree of boxes over edges, sixteen children to a node. Each leaf stands for eight consecutive
/// edges. The sixteen nodes of a block are stored side by side so that one vector operation tests
/// them all. The box around block i of a level is node i of the level above, and the topmost level
/// is a single block. The children of node i are therefore block i one level down, and no pointers
/// are needed.
class BoxTree {
  public:
    /// Builds the tree. Every box is widened by `margin` (degrees, not negative) on all four sides.
    BoxTree(const LeafView& edges, std::size_t leaf_count, const Kernels& loops,
            double margin = 0.0);

    bool empty() const { return levels_.empty(); }
    std::size_t height() const { return levels_.size(); }
    const NodeBlock& block(std::size_t level, std::size_t i) const { return levels_[level][i]; }
    std::size_t block_count(std::size_t level) const { return levels_[level].size(); }
    /// The box around all sixteen nodes of a block.
    FloatBox box(std::size_t level, std::size_t i) const;
    std::size_t leaf_count() const { return leaf_count_; }
    double margin() const { return margin_; }

  private:
    std::size_t leaf_count_;
    double margin_;
    FloatBox whole_{};
    std::vector<std::vector<NodeBlock>> levels_;
};

/// Two blocks of leaves, one of each tree, whose boxes touch.
struct BlockPair {
    std::uint32_t a;
    std::uint32_t b;
};

class OrientedTree;

/// The tree that a search descends: boxes along the axes and, where they have been built, oriented
/// boxes over the same nodes.
struct SearchTree {
    const BoxTree* boxes;
    const OrientedTree* oriented = nullptr;

    bool is(const SearchTree& other) const { return boxes == other.boxes; }
};

/// For each of the sixteen nodes of a block of a, sets rows[k] to a mask of the nodes of a block of
/// b that node k touches, one bit per node. For a block compared with itself each unordered pair of
/// nodes is reported once.
void touching_rows(const SearchTree& a, const SearchTree& b, std::size_t level_a,
                   std::size_t level_b, BlockPair blocks, const Kernels& loops,
                   std::uint16_t rows[16]);

/// All pairs of leaf blocks whose boxes touch, found by descending both trees together. When both
/// are the same tree, each unordered pair is reported once (a ≤ b). Returns nullopt as soon as a
/// level has more than `most_per_block` pairs per block: the boxes then separate too little, and
/// the caller should search in another way.
std::optional<std::vector<BlockPair>> touching_blocks(const SearchTree& a, const SearchTree& b,
                                                      const Kernels& loops, double most_per_block);

} // namespace shapes::edges
