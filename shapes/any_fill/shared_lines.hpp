// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/any_fill/half_edge.hpp"
#include "shapes/any_fill/vertex_stars.hpp"
#include "shapes/edges/edge_chains.hpp"
#include "shapes/validity/input_rings.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::any_fill {

/// The multiplicity of a ring along a line: how often it runs in the line's direction minus how
/// often it runs against it. Never 0.
struct RingMultiplicity {
    std::uint32_t ring;
    int multiplicity;
};

/// The lines of a drawing, each stored once however many rings run along it, and how they meet.
///
///      ring 0  ┌─────┐             Two squares with a side in common: three chains between the
///              │  0  ●─────┐       two nodes ●. The chain in the middle has both rings, one of
///              └─────●  1  │       them running along it, the other one against it.
///                    └─────┘ ring 1
///
/// Equal positions are one vertex. A vertex that does not have exactly two neighbours is a node,
/// and a chain runs from node to node. A closed line without a node gets one. Rings are closed and
/// a chain has no branches, so a ring runs along all edges of a chain equally often.
class SharedLines {
  public:
    explicit SharedLines(const validity::InputRings& input);
    SharedLines(const SharedLines&) = delete; // `chains_` looks at `positions_`
    SharedLines& operator=(const SharedLines&) = delete;

    const edges::EdgeChains& chains() const { return chains_; }
    /// The multiplicities of the rings along a chain. Rings whose multiplicity is 0 are left out.
    std::span<const RingMultiplicity> multiplicities(std::uint32_t chain) const {
        return std::span(multiplicities_.of)
            .subspan(multiplicities_.starts[chain],
                     multiplicities_.starts[chain + 1] - multiplicities_.starts[chain]);
    }
    /// The vertex stars: which half-edges leave each node, and in which order.
    const VertexStars& stars() const { return stars_; }
    /// The vertex that a half-edge leaves.
    std::uint32_t vertex_of(HalfEdge h) const { return origin(chains_, h); }

    /// The lines as the builder in shared_lines.cpp hands them over.
    struct CutLines {
        std::vector<Position> positions;
        /// by position: the number of its place, which serves as the rank of the vertex
        std::vector<std::uint32_t> ranks;
        /// by chain: its first position; the last entry is the number of positions
        std::vector<std::uint32_t> starts;
        struct Multiplicities {
            std::vector<std::uint32_t> starts; ///< by chain: index of its first entry in `of`
            std::vector<RingMultiplicity> of;
        } multiplicities;
        std::uint32_t places = 0; ///< number of places; all ranks are below it
    };

  private:
    explicit SharedLines(CutLines&& lines);

    std::vector<Position> positions_;
    edges::EdgeChains chains_;
    CutLines::Multiplicities multiplicities_;
    VertexStars stars_;
};

} // namespace shapes::any_fill
