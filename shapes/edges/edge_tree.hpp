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

/// Two edges that touch, cross or overlap. `first` < `second`, and they have no vertex in common.
struct Contact {
    std::uint32_t first;
    std::uint32_t second;
    std::uint32_t first_chain;
    std::uint32_t second_chain;
    /// the result of meet(first, second): its sign says how `first` passes `second`
    Meeting meeting;
};

/// The signed number of times that a chain crosses the ray from a place to the east, northward
/// crossings counted +1 and southward ones −1. For a closed chain this is its winding number around
/// the place.
struct ChainWinding {
    std::uint32_t chain;
    int winding;
};

/// A tree of boxes over the edges of chains, in the order of the chains. A leaf is up to sixteen
/// consecutive edges of one chain, a block of the next level is sixteen leaves, and so on.
/// Neighbours along a chain are mostly neighbours on the map, so nothing has to be sorted. Where
/// far more boxes overlap than is usual (long thin rings at an angle to the axes, such as stars and
/// spirals), pairs of nodes are compared by oriented boxes as well.
///
/// The chains must outlive the tree.
class EdgeTree {
  public:
    explicit EdgeTree(const EdgeChains& chains, SearchPolicy search = SearchPolicy::automatic);

    /// All contacts between edges. Their order depends on nothing but the chains.
    std::vector<Contact> contacts() const;

    /// For a place just east of a vertex, the winding of every chain that does not have winding 0
    /// there. All vertices are displaced (perturbation.hpp), and edges that end at the vertex
    /// itself are not counted. Replaces the contents of `out`.
    void windings_east_of(std::uint32_t vertex, std::vector<ChainWinding>& out) const;

  private:
    // children of a node, and the most edges of a leaf
    static constexpr std::uint32_t kFan = kBlockNodes;

    struct Leaf {
        std::uint32_t edge;  ///< number of its first edge
        std::uint32_t count; ///< number of edges, 1 … kFan
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
    /// by chain: number of chains before it that are not closed
    std::vector<std::uint32_t> open_before_;
    /// levels_[0] has one block for each leaf, with one box for each of its edges. On every level,
    /// box i of the level above is the box around block i. The last level is a single block.
    std::vector<std::vector<NodeBlock>> levels_;
};

} // namespace shapes::edges
