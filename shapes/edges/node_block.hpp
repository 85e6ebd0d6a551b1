// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/kernels.hpp"

#include <cstddef>
#include <limits>
#include <vector>

namespace shapes::edges {

/// Number of nodes in a block: the boxes of one level of a tree are stored sixteen side by side.
constexpr std::size_t kBlockNodes = 16;

constexpr FloatBox kEmptyBox{
    std::numeric_limits<float>::infinity(), std::numeric_limits<float>::infinity(),
    -std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};

inline void set_node(NodeBlock& block, std::size_t i, const FloatBox& box) {
    block.west[i] = box.west;
    block.south[i] = box.south;
    block.east[i] = box.east;
    block.north[i] = box.north;
}

inline FloatBox node_box(const NodeBlock& block, std::size_t i) {
    return {block.west[i], block.south[i], block.east[i], block.north[i]};
}

/// The box around all nodes of a block. The two halves of the block are compared lane by lane,
/// which the compiler turns into a few wide operations; taking one value after the other would make
/// each comparison wait for the one before.
inline FloatBox box_of(NodeBlock block) {
    for (std::size_t half = kBlockNodes / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) {
            const auto lesser = [](float a, float b) { return a < b ? a : b; };
            const auto greater = [](float a, float b) { return a > b ? a : b; };
            block.west[i] = lesser(block.west[i], block.west[i + half]);
            block.south[i] = lesser(block.south[i], block.south[i + half]);
            block.east[i] = greater(block.east[i], block.east[i + half]);
            block.north[i] = greater(block.north[i], block.north[i + half]);
        }
    }
    return node_box(block, 0);
}

/// Builds the level above: one node for each block below. Unused nodes of the last block are empty.
inline std::vector<NodeBlock> level_above(const std::vector<NodeBlock>& below) {
    std::vector<NodeBlock> level((below.size() + kBlockNodes - 1) / kBlockNodes);
    for (std::size_t i = 0; i < kBlockNodes * level.size(); ++i) {
        set_node(level[i / kBlockNodes], i % kBlockNodes,
                 i < below.size() ? box_of(below[i]) : kEmptyBox);
    }
    return level;
}

} // namespace shapes::edges
