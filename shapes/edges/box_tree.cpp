// SPDX-License-Identifier: MIT
#include "shapes/edges/box_tree.hpp"

#include "shapes/edges/node_block.hpp"
#include "shapes/edges/oriented_tree.hpp"

#include <algorithm>

namespace shapes::edges {
namespace {

constexpr std::size_t kFanOut = kBlockNodes;

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
        levels_.push_back(level_above(levels_.back()));
    }
    whole_ = box_of(levels_.back().front());
}

FloatBox BoxTree::box(std::size_t level, std::size_t i) const {
    if (level + 1 == levels_.size()) {
        return whole_;
    }
    return node_box(levels_[level + 1][i / kFanOut], i % kFanOut);
}

void touching_rows(const SearchTree& a, const SearchTree& b, std::size_t level_a,
                   std::size_t level_b, BlockPair blocks, const Kernels& loops,
                   std::uint16_t rows[16]) {
    loops.row_masks(a.boxes->block(level_a, blocks.a), b.boxes->block(level_b, blocks.b),
                    b.boxes->box(level_b, blocks.b), rows);
    if (a.is(b) && blocks.a == blocks.b) {
        for (unsigned k = 0; k < kFanOut; ++k) {
            rows[k] = static_cast<std::uint16_t>(rows[k] & 0xffffU << k);
        }
    }
    if (a.oriented == nullptr || b.oriented == nullptr) {
        return;
    }
    for (std::size_t k = 0; k < kFanOut; ++k) {
        if (rows[k] != 0) {
            const OrientedNode box = node(a.oriented->block(level_a, blocks.a), k);
            rows[k] = static_cast<std::uint16_t>(
                rows[k] & loops.touching_oriented(b.oriented->block(level_b, blocks.b), box));
        }
    }
}

std::optional<std::vector<BlockPair>> touching_blocks(const SearchTree& a, const SearchTree& b,
                                                      const Kernels& loops, double most_per_block) {
    std::vector<BlockPair> pairs, next;
    if (a.boxes->empty() || b.boxes->empty()) {
        return pairs;
    }
    std::size_t level_a = a.boxes->height() - 1, level_b = b.boxes->height() - 1;
    pairs.push_back({0, 0});
    while (level_a > 0 || level_b > 0) {
        next.clear();
        const bool open_a = level_a >= level_b, open_b = level_b >= level_a;
        for (const BlockPair pair : pairs) {
            const std::uint32_t child_a = kFanOut * pair.a, child_b = kFanOut * pair.b;
            if (open_a && open_b) {
                std::uint16_t rows[kFanOut];
                touching_rows(a, b, level_a, level_b, pair, loops, rows);
                for (std::uint32_t k = 0; k < kFanOut; ++k) {
                    for (unsigned row = rows[k]; row != 0; row &= row - 1) {
                        next.push_back({child_a + k,
                                        child_b + static_cast<std::uint32_t>(__builtin_ctz(row))});
                    }
                }
                continue;
            }
            unsigned nodes = open_a ? loops.touching(a.boxes->block(level_a, pair.a),
                                                     b.boxes->box(level_b, pair.b))
                                    : loops.touching(b.boxes->block(level_b, pair.b),
                                                     a.boxes->box(level_a, pair.a));
            for (; nodes != 0; nodes &= nodes - 1) {
                const auto k = static_cast<std::uint32_t>(__builtin_ctz(nodes));
                next.push_back(open_a ? BlockPair{child_a + k, pair.b}
                                      : BlockPair{pair.a, child_b + k});
            }
        }
        pairs.swap(next);
        level_a -= open_a ? 1 : 0;
        level_b -= open_b ? 1 : 0;
        // Of one tree with itself only half of the pairs are there.
        const std::size_t blocks =
            a.boxes->block_count(level_a) + (a.is(b) ? 0 : b.boxes->block_count(level_b));
        constexpr double kFew = 64; // not worth another way
        if (static_cast<double>(pairs.size()) >
            kFew + most_per_block * static_cast<double>(blocks) / 2) {
            return std::nullopt;
        }
    }
    return pairs;
}

} // namespace shapes::edges
