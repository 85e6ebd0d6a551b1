// SPDX-License-Identifier: MIT
#pragma once

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
/// Equal positions are one vertex. A vertex that does not have exactly two neighbours is a node,
/// and a chain runs from node to node; a line without any gets one. As rings are closed, every ring
/// runs along all edges of a chain alike. Around its node every end of a chain has its place,
/// vertices displaced by their ranks (perturbation.hpp).
///
/// End 2i is the start of chain i, end 2i + 1 its last vertex, and `end ^ 1` is the other one.
class SharedLines {
  public:
    explicit SharedLines(const validity::InputRings& input);
    SharedLines(const SharedLines&) = delete; // `chains_` looks at `positions_`
    SharedLines& operator=(const SharedLines&) = delete;

    const edges::EdgeChains& chains() const { return chains_; }
    /// The rings that run along a chain, with their direction against its own.
    std::span<const RingMultiplicity> multiplicities(std::uint32_t chain) const {
        return std::span(multiplicities_)
            .subspan(multiplicity_starts_[chain],
                     multiplicity_starts_[chain + 1] - multiplicity_starts_[chain]);
    }

    std::uint32_t node_count() const { return static_cast<std::uint32_t>(star_starts_.size()) - 1; }
    std::uint32_t node_of(std::uint32_t end) const { return node_of_[end]; }
    std::uint32_t vertex_of(std::uint32_t end) const {
        return end % 2 == 0 ? chains_.first(end / 2) : chains_.last(end / 2);
    }
    /// The first end around a node, counter-clockwise from the east.
    std::uint32_t first_end(std::uint32_t node) const { return star_[star_starts_[node]]; }
    /// The next end around the same node, counter-clockwise.
    std::uint32_t next_end(std::uint32_t end) const {
        const std::uint32_t next = place_in_star_[end] + 1;
        const std::uint32_t node = node_of_[end];
        return star_[next < star_starts_[node + 1] ? next : star_starts_[node]];
    }

  private:
    class Cutter;

    void number_nodes(std::uint32_t places);
    void close_circles();
    edges::Vertex towards(std::uint32_t end) const;

    std::vector<Position> positions_;
    edges::EdgeChains chains_;
    std::vector<std::uint32_t> multiplicity_starts_; ///< by chain
    std::vector<RingMultiplicity> multiplicities_;
    std::vector<std::uint32_t> node_of_;       ///< by end
    std::vector<std::uint32_t> star_starts_;   ///< by node
    std::vector<std::uint32_t> star_;          ///< ends, node by node
    std::vector<std::uint32_t> place_in_star_; ///< by end
};

} // namespace shapes::any_fill
