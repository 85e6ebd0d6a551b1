// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/boundary.hpp"
#include "shapes/edges/box_tree.hpp"
#include "shapes/edges/kernels.hpp"
#include "shapes/edges/oriented_tree.hpp"
#include "shapes/edges/search_policy.hpp"
#include "shapes/edges/sorted_edges.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace shapes::edges {

/// Room for candidate pairs of edges. The loops write whole vectors and so a little beyond the last
/// pair, for which the capacity leaves room.
class CandidateBuffer {
  public:
    std::uint32_t* a() { return a_.get(); }
    std::uint32_t* b() { return b_.get(); }

    /// Number of pairs from which a batch is handed to the visitor. One more leaf may add up to
    /// kMaxCandidates.
    static constexpr std::size_t kFull = 1024;
    static constexpr std::size_t kCapacity = kFull + Kernels::kMaxCandidates + 16;

  private:
    std::unique_ptr<std::uint32_t[]> a_ =
        std::make_unique_for_overwrite<std::uint32_t[]>(kCapacity);
    std::unique_ptr<std::uint32_t[]> b_ =
        std::make_unique_for_overwrite<std::uint32_t[]>(kCapacity);
};

/// How a join searches and what it may leave out.
struct JoinHow {
    /// If true, pairs may be left out that certainly do not cross and do not come within the margin
    /// of each other. If false, every pair whose boxes touch is found; the boxes are those along
    /// the axes or, where the search uses them, oriented ones.
    bool crossings_only = false;
    SearchPolicy search = SearchPolicy::automatic;
};

/// Finds the pairs of edges of two boundaries whose boxes touch. For a boundary joined with itself,
/// each unordered pair of different edges is found once, but pairs of edges that follow each other
/// on a path are left out.
///
/// Edges that follow each other on a boundary usually lie close together, so boxes along the axes
/// over consecutive edges are small and few of them touch. Stars and spikes are an exception: where
/// the descent meets more than kOrientedFrom pairs per block, it starts again with oriented boxes.
/// Spirals defeat those as well: where they leave more than kSortedFrom pairs per block, the edges
/// are sorted by place and direction first.
class EdgeJoin {
  public:
    static constexpr double kOrientedFrom = 10;
    static constexpr double kSortedFrom = 20;

    /// The boundaries and trees must outlive the join. If a's tree has a margin, edges count as
    /// touching when they come within it. Passing the same tree twice joins the boundary with
    /// itself.
    EdgeJoin(const Boundary& a, const BoxTree& tree_a, const Boundary& b, const BoxTree& tree_b,
             const Kernels& loops, const JoinHow& how = {});

    std::size_t block_pair_count() const { return pairs_.size(); }
    bool is_oriented() const { return a_.oriented != nullptr; }
    bool is_sorted() const { return a_.sorted != nullptr; }
    bool is_within() const { return within_; }

    /// Hands the candidates of the block pairs [begin, end) to `visit(a, b, count)` in batches, in
    /// an order that is the same on every machine. `visit` may overwrite the arrays.
    template<class Visit>
    void run(std::size_t begin, std::size_t end, CandidateBuffer& buffer, Visit&& visit) const {
        std::size_t count = 0;
        for (std::size_t pair = begin; pair < end; ++pair) {
            const Rows rows = rows_of(pair);
            for (std::uint32_t k = 0; k < 16; ++k) {
                if (rows.mask[k] == 0) {
                    continue;
                }
                count += append(pair, k, rows.mask[k], buffer.a() + count, buffer.b() + count);
                if (count >= CandidateBuffer::kFull) {
                    visit(buffer.a(), buffer.b(), count);
                    count = 0;
                }
            }
        }
        if (count > 0) {
            visit(buffer.a(), buffer.b(), count);
        }
    }

  private:
    struct Rows {
        /// for each leaf of a's block, the leaves of b's block that it touches
        std::uint16_t mask[16];
    };
    Rows rows_of(std::size_t pair) const;
    std::size_t append(std::size_t pair, std::uint32_t leaf, unsigned row, std::uint32_t* a,
                       std::uint32_t* b) const;

    /// One of the two boundaries with all that is built to search it.
    struct Party {
        const Boundary* boundary;
        LeafView edges;
        const BoxTree* boxes;
        std::unique_ptr<SortedEdges> sorted = nullptr;
        std::unique_ptr<BoxTree> sorted_boxes = nullptr;
        /// shared by both parties when a boundary is joined with itself
        std::shared_ptr<OrientedTree> oriented = nullptr;
        void sort(const Box& bounds, const Kernels& loops);
    };
    Box bounds() const;
    void orient();
    bool descend(double most_per_block);
    double leaf_pairs_per_leaf() const;

    Party a_, b_;
    const Kernels* loops_;
    bool crossings_only_;
    bool within_; ///< whether a boundary is joined with itself
    std::vector<BlockPair> pairs_;
};

/// Hands out batches of pairs of edges of one boundary, by edge number. Every pair that comes
/// within the tree's margin in both coordinates is among them. Each unordered pair of different
/// edges occurs once, the smaller number first. Pairs of edges that follow each other on a path are
/// left out, but the pair of the first and the last edge of a ring is not.
using PairVisitor =
    std::function<void(std::span<const std::uint32_t>, std::span<const std::uint32_t>)>;
void for_each_candidate_within(const Boundary& boundary, const BoxTree& tree,
                               const PairVisitor& visit,
                               const JoinHow& how = {.crossings_only = true});

} // namespace shapes::edges
