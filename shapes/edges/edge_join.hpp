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

/// Room for the candidate pairs of some leaves. The loops write a little beyond the last one.
class CandidateBuffer {
  public:
    std::uint32_t* a() { return a_.get(); }
    std::uint32_t* b() { return b_.get(); }

    /// A buffer is handed on when it holds this many; one leaf may add kMaxCandidates.
    static constexpr std::size_t kFull = 1024;
    static constexpr std::size_t kCapacity = kFull + Kernels::kMaxCandidates + 16;

  private:
    std::unique_ptr<std::uint32_t[]> a_ =
        std::make_unique_for_overwrite<std::uint32_t[]>(kCapacity);
    std::unique_ptr<std::uint32_t[]> b_ =
        std::make_unique_for_overwrite<std::uint32_t[]>(kCapacity);
};

struct JoinHow {
    /// Pairs that plainly do not cross, nor come within the margin of each other, may be left out;
    /// else every pair is found whose boxes touch: upright boxes or, where those are searched,
    /// oriented ones.
    bool crossings_only = false;
    SearchPolicy search = SearchPolicy::automatic;
};

/// Finds the pairs of edges whose boxes touch, of two boundaries, block pair by block pair. Of a
/// boundary with itself: each unordered pair of different edges once, but no two that follow one
/// another on a path.
///
/// Boundaries mostly are coherent, and upright boxes over consecutive edges are small. Where the
/// descent meets more than kOrientedFrom pairs per block it starts again with oriented boxes
/// (stars, spikes); where those leave more than kSortedFrom, with the edges in another order
/// (spirals).
class EdgeJoin {
  public:
    static constexpr double kOrientedFrom = 10;
    static constexpr double kSortedFrom = 20;

    /// Boundaries and trees must outlive the join. A margin of a's tree widens what counts as
    /// touching. The same tree twice: the join of a boundary with itself.
    EdgeJoin(const Boundary& a, const BoxTree& tree_a, const Boundary& b, const BoxTree& tree_b,
             const Kernels& loops, const JoinHow& how = {});

    std::size_t block_pair_count() const { return pairs_.size(); }
    bool is_oriented() const { return a_.oriented != nullptr; }
    bool is_sorted() const { return a_.sorted != nullptr; }
    bool is_within() const { return within_; }

    /// Candidates of the block pairs [begin, end), handed to `visit(a, b, count)` in batches, in
    /// the same order on every machine. `visit` may overwrite them.
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
        std::uint16_t mask[16]; ///< per leaf of a's block: the leaves of b's it touches
    };
    Rows rows_of(std::size_t pair) const;
    std::size_t append(std::size_t pair, std::uint32_t leaf, unsigned row, std::uint32_t* a,
                       std::uint32_t* b) const;

    /// One boundary with what is searched for it.
    struct Party {
        const Boundary* boundary;
        LeafView edges;
        const BoxTree* boxes;
        std::unique_ptr<SortedEdges> sorted = nullptr;
        std::unique_ptr<BoxTree> sorted_boxes = nullptr;
        std::shared_ptr<OrientedTree> oriented = nullptr; ///< of both, within one boundary
        void sort(const Box& bounds, const Kernels& loops);
    };
    Box bounds() const;
    void orient();
    bool descend(double most_per_block);
    double leaf_pairs_per_leaf() const;

    Party a_, b_;
    const Kernels* loops_;
    bool crossings_only_;
    bool within_; ///< of a boundary with itself
    std::vector<BlockPair> pairs_;
};

/// Visits batches of pairs of edges of a boundary, as it numbers them, such that all that come
/// within the tree's margin of each other in both coordinates are among them: each unordered pair
/// of different edges once, smaller number first. Edges that follow one another on a path are not
/// among them, the first and the last of a ring are.
using PairVisitor =
    std::function<void(std::span<const std::uint32_t>, std::span<const std::uint32_t>)>;
void for_each_candidate_within(const Boundary& boundary, const BoxTree& tree,
                               const PairVisitor& visit,
                               const JoinHow& how = {.crossings_only = true});

} // namespace shapes::edges
