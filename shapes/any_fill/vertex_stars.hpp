// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/any_fill/half_edge.hpp"
#include "shapes/edges/edge_chains.hpp"

#include <cstdint>
#include <vector>

namespace shapes::any_fill {

/// The half-edges that leave each node, counter-clockwise from the east, vertices displaced by
/// their ranks (shapes/edges/perturbation.hpp). Nodes are the ends of chains, one for each rank.
class VertexStars {
  public:
    VertexStars() = default;
    /// All ranks are below `ranks`. Nothing of the chains is kept.
    VertexStars(const edges::EdgeChains& chains, std::uint32_t ranks);

    std::uint32_t node_count() const { return static_cast<std::uint32_t>(starts_.size()) - 1; }
    /// The node that a half-edge leaves.
    std::uint32_t node_of(HalfEdge h) const { return node_of_[h.number]; }
    HalfEdge first_at(std::uint32_t node) const { return star_[starts_[node]]; }
    /// The next one that leaves the same node, counter-clockwise.
    HalfEdge next_around(HalfEdge h) const {
        const std::uint32_t next = place_[h.number] + 1;
        const std::uint32_t node = node_of_[h.number];
        return star_[next < starts_[node + 1] ? next : starts_[node]];
    }

  private:
    void number_nodes(const edges::EdgeChains& chains, std::uint32_t ranks);
    void put_in_order(const edges::EdgeChains& chains);

    std::vector<std::uint32_t> node_of_; ///< by half-edge
    std::vector<std::uint32_t> starts_;  ///< by node, into star_
    std::vector<HalfEdge> star_;         ///< node by node
    std::vector<std::uint32_t> place_;   ///< by half-edge, in star_
};

/// The vertex that a half-edge leaves.
inline std::uint32_t origin(const edges::EdgeChains& chains, HalfEdge h) {
    return h.runs_along() ? chains.first(h.chain()) : chains.last(h.chain());
}

} // namespace shapes::any_fill
