// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_chains.hpp"
#include "shapes/edges/kernels.hpp"
#include "shapes/edges/node_block.hpp"
#include "shapes/edges/perturbation.hpp"
#include "shapes/edges/search_policy.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace shapes::edges {

/// Two edges that touch, cross or overlap: `first` < `second`, no vertex in common.
struct Contact {
    std::uint32_t first;
    std::uint32_t second;
    std::uint32_t first_chain;
    std::uint32_t second_chain;
    Meeting meeting; ///< as meet(first, second): the sign is that of `first` passing `second`
};

/// How often a chain passes to the right of a place, northward less southward: how often it winds
/// around it, should it be a ring.
struct ChainWinding {
    std::uint32_t chain;
    int winding;
};

/// Boxes over edges in the order of their chains: sixteen consecutive edges of one chain are a
/// leaf, sixteen leaves a block of the level above, and so on. Boundaries are coherent, so
/// neighbours in a chain are neighbours on the map and nothing has to be sorted. Where boxes
/// overlap much more often than that lets expect (long thin rings across the axes: stars, spirals),
/// pairs of nodes are compared by boxes along their own directions as well.
///
/// The chains must outlive the tree.
class EdgeTree {
  public:
    explicit EdgeTree(const EdgeChains& chains, SearchPolicy search = SearchPolicy::automatic);

    /// All contacts between edges, in an order that depends on the chains only.
    std::vector<Contact> contacts() const;

    /// Windings, other than 0, of all chains just to the east of a vertex, all vertices displaced
    /// (perturbation.hpp), the edges at that vertex left out. `out` is replaced.
    void windings_east_of(std::uint32_t vertex, std::vector<ChainWinding>& out) const;

  private:
    static constexpr std::uint32_t kFan = kBlockNodes; // edges of a leaf as well

    struct Leaf {
        std::uint32_t edge;  ///< its first
        std::uint32_t count; ///< 1 … kFan
        std::uint32_t chain;
    };
    using BlockPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

    FloatBox box(std::size_t level, std::uint32_t block) const;
    BlockPairs leaf_pairs() const;
    void part_by_direction(std::size_t level, BlockPairs& pairs) const;
    void meet_edges(const Leaf& a, std::uint32_t edge_a, const Leaf& b, std::uint32_t edge_b,
                    std::vector<Contact>& out) const;
    int crossing_east(std::uint32_t edge, const Vertex& from) const;
    bool ends_are_enough(std::size_t first, std::size_t last) const;
    void crossings_by_ends(std::size_t first, std::size_t last, const Vertex& from,
                           std::vector<ChainWinding>& out) const;

    const EdgeChains* chains_;
    const Kernels* loops_;
    SearchPolicy search_;
    std::vector<Leaf> leaves_;
    std::vector<std::uint32_t> open_before_; ///< by chain: how many before it are not closed
    /// [0]: a block for each leaf, a box for each of its edges. Above, block i of one level is box
    /// i of the next. The last level is one block.
    std::vector<std::vector<NodeBlock>> levels_;
};

} // namespace shapes::edges
