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

/// How often a ring runs along a line, its way less the other way; not 0.
struct RingMultiplicity {
    std::uint32_t ring;
    int multiplicity;
};

/// The lines of a drawing, each once, however many rings run along it, and how they meet.
///
///      ring 0  ┌─────┐             Two squares with a side in common: three chains between the
///              │  0  ●─────┐       two nodes ●. The chain in the middle has both rings, one of
///              └─────●  1  │       them running along it, the other one against it.
///                    └─────┘ ring 1
///
/// Equal positions are one vertex. A vertex that does not have exactly two neighbours is a node,
/// and a chain runs from node to node; a line without any gets one. As rings are closed, every ring
/// runs along all edges of a chain alike.
class SharedLines {
  public:
    explicit SharedLines(const validity::InputRings& input);
    SharedLines(const SharedLines&) = delete; // `chains_` looks at `positions_`
    SharedLines& operator=(const SharedLines&) = delete;

    const edges::EdgeChains& chains() const { return chains_; }
    /// How often each ring runs along a chain, its direction less the other one; never 0.
    std::span<const RingMultiplicity> multiplicities(std::uint32_t chain) const {
        return std::span(multiplicities_.of)
            .subspan(multiplicities_.starts[chain],
                     multiplicities_.starts[chain + 1] - multiplicities_.starts[chain]);
    }
    /// What leaves each node, and in which order.
    const VertexStars& stars() const { return stars_; }
    /// The vertex that a half-edge leaves.
    std::uint32_t vertex_of(HalfEdge h) const { return origin(chains_, h); }

    /// The parts, as the builder makes them (shared_lines.cpp).
    struct CutLines {
        std::vector<Position> positions;
        std::vector<std::uint32_t> ranks;  ///< by position: its place
        std::vector<std::uint32_t> starts; ///< by chain; at the end, the number of positions
        struct Multiplicities {
            std::vector<std::uint32_t> starts; ///< by chain
            std::vector<RingMultiplicity> of;
        } multiplicities;
        std::uint32_t places = 0; ///< all ranks are below
    };

  private:
    explicit SharedLines(CutLines&& lines);

    std::vector<Position> positions_;
    edges::EdgeChains chains_;
    CutLines::Multiplicities multiplicities_;
    VertexStars stars_;
};

} // namespace shapes::any_fill
