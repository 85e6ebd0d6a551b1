// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/any_fill/half_edge.hpp"
#include "shapes/edges/edge_chains.hpp"

#include <cstdint>
#include <vector>

namespace shapes::any_fill {

/// The vertex star of every node: the half-edges that leave it, counter-clockwise from the east,
/// with vertices displaced by their ranks (shapes/edges/perturbation.hpp). The nodes are the ends
/// of chains, one node for each rank.
class VertexStars {
  public:
    VertexStars() = default;
    /// All ranks must be below `ranks`. The stars do not refer to the chains afterwards.
    VertexStars(const edges::EdgeChains& chains, std::uint32_t ranks);

    std::uint32_t node_count() const { return static_cast<std::uint32_t>(starts_.size()) - 1; }
    /// The node that a half-edge leaves.
    std::uint32_t node_of(HalfEdge h) const { return node_of_[h.number]; }
    /// The first half-edge that leaves a node, counter-clockwise from the east.
    HalfEdge first_at(std::uint32_t node) const { return star_[starts_[node]]; }
    /// The next half-edge that leaves the same node, counter-clockwise; after the last one the
    /// first.
    HalfEdge next_around(HalfEdge h) const {
        const std::uint32_t next = place_[h.number] + 1;
        const std::uint32_t node = node_of_[h.number];
        return star_[next < starts_[node + 1] ? next : starts_[node]];
    }

  private:
    void number_nodes(const edges::EdgeChains& chains, std::uint32_t ranks);
    void put_in_order(const edges::EdgeChains& chains);

    std::vector<std::uint32_t> node_of_; ///< by half-edge
    /// by node: index of its first half-edge in star_; the last entry is the size of star_
    std::vector<std::uint32_t> starts_;
    std::vector<HalfEdge> star_;       ///< all half-edges, node after node
    std::vector<std::uint32_t> place_; ///< by half-edge: its index in star_
};

/// The vertex that a half-edge leaves.
inline std::uint32_t origin(const edges::EdgeChains& chains, HalfEdge h) {
    return h.runs_along() ? chains.first(h.chain()) : chains.last(h.chain());
}

} // namespace shapes::any_fill
