// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/perturbation.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace shapes::edges {

/// Edges joined to chains. A chain is a closed ring, or a line whose ends are vertices where other
/// chains end too. Edge i runs from vertex i to vertex i + 1, and no edge starts at the last vertex
/// of a chain. Where several chains meet at a vertex, each of them stores a copy of it, and so does
/// a closed chain at its start and at its end; all copies of a vertex have the same rank.
///
/// The positions must outlive this object.
struct EdgeChains {
    std::span<const Position> positions;
    std::vector<std::uint32_t> ranks{}; ///< rank of each vertex (see `Vertex`)
    /// index of the first vertex of each chain, and the number of vertices as the last entry
    std::vector<std::uint32_t> starts{};

    std::size_t size() const { return starts.empty() ? 0 : starts.size() - 1; }
    std::uint32_t first(std::size_t chain) const { return starts[chain]; }
    /// Index of the last vertex of a chain, which is also one past the number of its last edge.
    std::uint32_t last(std::size_t chain) const { return starts[chain + 1] - 1; }
    bool closed(std::size_t chain) const { return ranks[first(chain)] == ranks[last(chain)]; }
    Vertex vertex(std::uint32_t i) const { return {positions[i], ranks[i]}; }

    /// Whether two edges have a vertex in common. Once all vertices are displaced, such edges meet
    /// nowhere else.
    bool joined(std::uint32_t edge, std::uint32_t other) const {
        const std::uint32_t a = ranks[edge];
        const std::uint32_t b = ranks[edge + 1];
        const std::uint32_t c = ranks[other];
        const std::uint32_t d = ranks[other + 1];
        return a == c || a == d || b == c || b == d;
    }
};

} // namespace shapes::edges
