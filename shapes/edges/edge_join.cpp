// SPDX-License-Identifier: MIT
#include "shapes/edges/edge_join.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

namespace shapes::edges {

namespace {

constexpr double kNoLimit = std::numeric_limits<double>::infinity();

} // namespace

EdgeJoin::EdgeJoin(const Boundary& a, const BoxTree& tree_a, const Boundary& b,
                   const BoxTree& tree_b, const Kernels& loops, const JoinHow& how)
    : a_{&a, a.leaves(), &tree_a}, b_{&b, b.leaves(), &tree_b}, loops_(&loops),
      crossings_only_(how.crossings_only), within_(&tree_a == &tree_b) {
    if (tree_a.empty() || tree_b.empty()) {
        return;
    }
    if (how.search == SearchPolicy::automatic || how.search == SearchPolicy::upright) {
        const bool may_orient = how.search == SearchPolicy::automatic;
        if (descend(may_orient ? kOrientedFrom : kNoLimit) &&
            (!may_orient || leaf_pairs_per_leaf() <= kOrientedFrom)) {
            return;
        }
    }
    if (how.search != SearchPolicy::sorted) {
        orient();
        if (descend(how.search == SearchPolicy::oriented ? kNoLimit : kSortedFrom)) {
            return;
        }
    }
    const Box both = bounds();
    a_.sort(both, loops);
    if (within_) {
        b_.edges = a_.edges;
        b_.boxes = a_.boxes;
    } else {
        b_.sort(both, loops);
    }
    orient();
    descend(kNoLimit);
}

void EdgeJoin::Party::sort(const Box& bounds, const Kernels& loops) {
    sorted = std::make_unique<SortedEdges>(*boundary, bounds);
    edges = sorted->leaves();
    sorted_boxes = std::make_unique<BoxTree>(edges, sorted->leaf_count(), loops, boxes->margin());
    boxes = sorted_boxes.get();
}

Box EdgeJoin::bounds() const {
    Box both;
    for (const Party* party : {&a_, &b_}) {
        const FloatBox box = party->boxes->box(party->boxes->height() - 1, 0);
        both.add(Position{static_cast<double>(box.west), static_cast<double>(box.south)});
        both.add(Position{static_cast<double>(box.east), static_cast<double>(box.north)});
    }
    return both;
}

void EdgeJoin::orient() {
    const Box both = bounds();
    const Position origin{(both.west + both.east) / 2, (both.south + both.north) / 2};
    // The bounds are floats: the edges may reach further by as much as was rounded off, which is
    // more than all there is of a very small map.
    const double largest = std::max(
        {std::abs(both.west), std::abs(both.east), std::abs(both.south), std::abs(both.north)});
    const double extent =
        std::max(both.east - both.west, both.north - both.south) + 0x1p-22 * largest;
    for (Party* party : {&a_, &b_}) {
        if (party == &b_ && within_) {
            b_.oriented = a_.oriented;
        } else {
            party->oriented = std::make_shared<OrientedTree>(party->edges, *party->boxes, origin,
                                                             extent, *loops_);
        }
    }
}

bool EdgeJoin::descend(double most_per_block) {
    auto found = touching_blocks({a_.boxes, a_.oriented.get()}, {b_.boxes, b_.oriented.get()},
                                 *loops_, most_per_block);
    if (found) {
        pairs_ = std::move(*found);
    }
    return found.has_value();
}

double EdgeJoin::leaf_pairs_per_leaf() const {
    constexpr std::size_t kSample = 32; // block pairs, evenly spread
    const std::size_t sample = std::min(kSample, pairs_.size());
    std::size_t touching = 0;
    for (std::size_t i = 0; i < sample; ++i) {
        for (const std::uint16_t row : rows_of(i * pairs_.size() / sample).mask) {
            touching += row == 0 ? 0 : static_cast<std::size_t>(std::popcount(row));
        }
    }
    const double leaves =
        static_cast<double>(a_.boxes->leaf_count() + (within_ ? 0 : b_.boxes->leaf_count()));
    return sample == 0 ? 0
                       : 2 * static_cast<double>(touching) / static_cast<double>(sample) *
                             static_cast<double>(pairs_.size()) / leaves;
}

EdgeJoin::Rows EdgeJoin::rows_of(std::size_t pair) const {
    Rows rows;
    touching_rows({a_.boxes, a_.oriented.get()}, {b_.boxes, b_.oriented.get()}, 0, 0, pairs_[pair],
                  *loops_, rows.mask);
    return rows;
}

std::size_t EdgeJoin::append(std::size_t pair, std::uint32_t leaf, unsigned row, std::uint32_t* a,
                             std::uint32_t* b) const {
    const BlockPair blocks = pairs_[pair];
    // Between two boundaries few upright boxes touch in vain, and those of the pairs that cross are
    // tested for their sides anyway.
    PairFilter filter{within_, crossings_only_ && (within_ || is_oriented()),
                      crossings_only_ && is_oriented(), 1, 0};
    if (filter.turned) {
        const OrientedBlock& block = a_.oriented->block(0, blocks.a);
        filter.ux = static_cast<double>(block.ux[leaf]);
        filter.uy = static_cast<double>(block.uy[leaf]);
    }
    const LeafSearch search{.a = &a_.edges,
                            .leaf_a = 16 * blocks.a + leaf,
                            .b = &b_.edges,
                            .first_b = 16 * blocks.b,
                            .boxes_b = &b_.boxes->block(0, blocks.b),
                            .row = row,
                            .margin = a_.boxes->margin(),
                            .filter = filter};
    return loops_->candidates(search, a, b);
}

void for_each_candidate_within(const Boundary& boundary, const BoxTree& tree,
                               const PairVisitor& visit, const JoinHow& how) {
    const EdgeJoin join(boundary, tree, boundary, tree, kernels(best_instructions()), how);
    CandidateBuffer buffer;
    join.run(0, join.block_pair_count(), buffer,
             [&](std::uint32_t* a, std::uint32_t* b, std::size_t count) {
                 for (std::size_t i = 0; i < count && join.is_sorted(); ++i) {
                     if (a[i] > b[i]) { // pairs are met in the order of the search
                         std::swap(a[i], b[i]);
                     }
                 }
                 visit({a, count}, {b, count});
             });
}

} // namespace shapes::edges
