// SPDX-License-Identifier: MIT
#include "shapes/difference/edge_join.hpp"

#include <algorithm>

namespace shapes {

EdgeJoin::EdgeJoin(const Boundary& a, const BoxTree& tree_a, const Boundary& b,
                   const BoxTree& tree_b, const Kernels& loops)
    : edges_a_(a.leaves()), edges_b_(b.leaves()), tree_a_(&tree_a), tree_b_(&tree_b),
      loops_(&loops), pairs_(touching_blocks(tree_a, tree_b, loops)) {}

EdgeJoin::Rows EdgeJoin::rows_of(std::size_t pair) const {
    const BlockPair blocks = pairs_[pair];
    Rows rows;
    loops_->row_masks(tree_a_->block(0, blocks.a), tree_b_->block(0, blocks.b),
                      tree_b_->box(0, blocks.b), rows.mask);
    return rows;
}

std::size_t EdgeJoin::append(std::size_t pair, std::uint32_t leaf, unsigned row, std::uint32_t* a,
                             std::uint32_t* b) const {
    const BlockPair blocks = pairs_[pair];
    return loops_->candidates(edges_a_, 16 * blocks.a + leaf, edges_b_, 16 * blocks.b,
                              tree_b_->block(0, blocks.b), row, tree_a_->margin(), a, b);
}

void for_each_candidate(const Boundary& a, const Boundary& b, double margin,
                        const PairVisitor& visit) {
    const Kernels& loops = kernels(best_instructions());
    const BoxTree tree_a(a.leaves(), a.leaf_count(), loops, margin);
    const BoxTree tree_b(b.leaves(), b.leaf_count(), loops);
    const EdgeJoin join(a, tree_a, b, tree_b, loops);
    CandidateBuffer buffer;
    join.run(0, join.block_pair_count(), buffer,
             [&](const std::uint32_t* edge_a, const std::uint32_t* edge_b, std::size_t count) {
                 visit({edge_a, count}, {edge_b, count});
             });
}

void for_each_candidate_within(const Boundary& boundary, double margin, const PairVisitor& visit) {
    const Kernels& loops = kernels(best_instructions());
    const BoxTree tree(boundary.leaves(), boundary.leaf_count(), loops, margin);
    const EdgeJoin join(boundary, tree, boundary, tree, loops);
    CandidateBuffer buffer;
    join.run(0, join.block_pair_count(), buffer,
             [&](std::uint32_t* a, std::uint32_t* b, std::size_t count) {
                 std::size_t kept = 0;
                 for (std::size_t i = 0; i < count; ++i) {
                     if (a[i] < b[i]) { // each unordered pair is met from both sides
                         a[kept] = a[i];
                         b[kept] = b[i];
                         ++kept;
                     }
                 }
                 visit({a, kept}, {b, kept});
             });
}

} // namespace shapes
