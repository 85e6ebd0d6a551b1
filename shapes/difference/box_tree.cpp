// SPDX-License-Identifier: MIT
#include "shapes/difference/box_tree.hpp"

#include <algorithm>
#include <limits>

namespace shapes {
namespace {

constexpr std::size_t kFanOut = 16;

FloatBox box_of(const NodeBlock& block) {
    return {*std::min_element(block.west, block.west + kFanOut),
            *std::min_element(block.south, block.south + kFanOut),
            *std::max_element(block.east, block.east + kFanOut),
            *std::max_element(block.north, block.north + kFanOut)};
}

void set_node(NodeBlock& block, std::size_t i, const FloatBox& box) {
    block.west[i] = box.west;
    block.south[i] = box.south;
    block.east[i] = box.east;
    block.north[i] = box.north;
}

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr FloatBox kEmpty{kInfinity, kInfinity, -kInfinity, -kInfinity};

} // namespace

BoxTree::BoxTree(const LeafView& edges, std::size_t leaf_count, const Kernels& loops, double margin)
    : leaf_count_(leaf_count), margin_(margin) {
    if (leaf_count == 0) {
        return;
    }
    auto& leaves = levels_.emplace_back((leaf_count + kFanOut - 1) / kFanOut);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        loops.leaf_boxes(edges, kFanOut * i, std::min(kFanOut, leaf_count - kFanOut * i), leaves[i],
                         margin);
    }
    while (levels_.back().size() > 1) {
        const auto& below = levels_.back();
        std::vector<NodeBlock> level((below.size() + kFanOut - 1) / kFanOut);
        for (std::size_t i = 0; i < kFanOut * level.size(); ++i) {
            set_node(level[i / kFanOut], i % kFanOut, i < below.size() ? box_of(below[i]) : kEmpty);
        }
        levels_.push_back(std::move(level));
    }
    whole_ = box_of(levels_.back().front());
}

FloatBox BoxTree::box(std::size_t level, std::size_t i) const {
    if (level + 1 == levels_.size()) {
        return whole_;
    }
    const NodeBlock& parent = levels_[level + 1][i / kFanOut];
    const std::size_t k = i % kFanOut;
    return {parent.west[k], parent.south[k], parent.east[k], parent.north[k]};
}

std::vector<BlockPair> touching_blocks(const BoxTree& a, const BoxTree& b, const Kernels& loops) {
    std::vector<BlockPair> pairs, next;
    if (a.empty() || b.empty()) {
        return pairs;
    }
    std::size_t level_a = a.height() - 1, level_b = b.height() - 1;
    pairs.push_back({0, 0});
    while (level_a > 0 || level_b > 0) {
        next.clear();
        const bool open_a = level_a >= level_b, open_b = level_b >= level_a;
        for (const BlockPair pair : pairs) {
            const std::uint32_t child_a = kFanOut * pair.a, child_b = kFanOut * pair.b;
            if (open_a && open_b) {
                std::uint16_t rows[kFanOut];
                loops.row_masks(a.block(level_a, pair.a), b.block(level_b, pair.b),
                                b.box(level_b, pair.b), rows);
                for (std::uint32_t k = 0; k < kFanOut; ++k) {
                    for (unsigned row = rows[k]; row != 0; row &= row - 1) {
                        next.push_back({child_a + k,
                                        child_b + static_cast<std::uint32_t>(__builtin_ctz(row))});
                    }
                }
                continue;
            }
            unsigned nodes = open_a
                                 ? loops.touching(a.block(level_a, pair.a), b.box(level_b, pair.b))
                                 : loops.touching(b.block(level_b, pair.b), a.box(level_a, pair.a));
            for (; nodes != 0; nodes &= nodes - 1) {
                const auto k = static_cast<std::uint32_t>(__builtin_ctz(nodes));
                next.push_back(open_a ? BlockPair{child_a + k, pair.b}
                                      : BlockPair{pair.a, child_b + k});
            }
        }
        pairs.swap(next);
        level_a -= open_a ? 1 : 0;
        level_b -= open_b ? 1 : 0;
    }
    return pairs;
}

} // namespace shapes
