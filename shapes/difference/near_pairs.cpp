// SPDX-License-Identifier: MIT
#include "shapes/difference/near_pairs.hpp"

#include <algorithm>

namespace shapes::arrangement {
namespace {

constexpr std::size_t kBatch = 4096;

/// Descends the tree against itself.
class SelfJoin {
  public:
    SelfJoin(const OverlayTree& tree, const std::function<void(std::span<const EdgePair>)>& take)
        : levels_(tree.levels()), take_(take) {
        batch_.reserve(kBatch + OverlayTree::kFan * OverlayTree::kFan);
    }

    void run() {
        if (levels_.size() > 1) {
            join_within(levels_.size() - 1, 0);
        }
        take_(batch_);
    }

  private:
    struct Children {
        std::size_t first, last;
    };
    Children children(std::size_t level, std::size_t node) const {
        const std::size_t first = node * OverlayTree::kFan;
        return {first, std::min(first + OverlayTree::kFan, levels_[level - 1].size())};
    }

    void join_within(std::size_t level, std::size_t node) {
        const auto [first, last] = children(level, node);
        for (std::size_t i = first; i < last; ++i) {
            if (level > 1) {
                join_within(level - 1, i);
            }
            join_box(level - 1, i, i + 1, last);
        }
    }

    /// Box `node` of a level against boxes [first, last) of the same level.
    void join_box(std::size_t level, std::size_t node, std::size_t first, std::size_t last) {
        const EdgeBox box = levels_[level][node];
        for (std::size_t j = first; j < last; ++j) {
            if (!box.meets(levels_[level][j])) {
                continue;
            }
            if (level == 0) {
                batch_.push_back({static_cast<Index>(node), static_cast<Index>(j)});
            } else {
                join_across(level, node, j);
            }
        }
    }

    void join_across(std::size_t level, std::size_t a, std::size_t b) {
        const auto [a_first, a_last] = children(level, a);
        const auto [b_first, b_last] = children(level, b);
        const EdgeBox b_box = levels_[level][b];
        for (std::size_t i = a_first; i < a_last; ++i) {
            if (b_box.meets(levels_[level - 1][i])) {
                join_box(level - 1, i, b_first, b_last);
            }
        }
        if (batch_.size() >= kBatch) {
            take_(batch_);
            batch_.clear();
        }
    }

    const std::vector<std::vector<EdgeBox>>& levels_;
    const std::function<void(std::span<const EdgePair>)>& take_;
    std::vector<EdgePair> batch_;
};

} // namespace

void for_each_near_pair(const OverlayTree& tree,
                        const std::function<void(std::span<const EdgePair>)>& take) {
    SelfJoin(tree, take).run();
}

} // namespace shapes::arrangement
