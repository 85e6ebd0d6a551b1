// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/perturbation.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace shapes::edges {

/// Edges in chains: rings, or lines that end where others begin. Edge i runs from vertex i to
/// vertex i + 1; the last vertex of a chain starts no edge. EdgeChains that meet at a vertex, and a
/// chain that closes, have it each on their own, with one rank.
///
/// The positions must outlive it.
struct EdgeChains {
    std::span<const Position> positions;
    std::vector<std::uint32_t> ranks{};  ///< of every vertex
    std::vector<std::uint32_t> starts{}; ///< first vertex of each chain; at the end, their number

    std::size_t size() const { return starts.empty() ? 0 : starts.size() - 1; }
    std::uint32_t first(std::size_t chain) const { return starts[chain]; }
    /// The last vertex of the chain, which is also one past its last edge.
    std::uint32_t last(std::size_t chain) const { return starts[chain + 1] - 1; }
    bool closed(std::size_t chain) const { return ranks[first(chain)] == ranks[last(chain)]; }
    Vertex vertex(std::uint32_t i) const { return {positions[i], ranks[i]}; }

    /// Whether two edges have a vertex in common, so that they can meet nowhere else once
    /// displaced.
    bool joined(std::uint32_t edge, std::uint32_t other) const {
        const std::uint32_t a = ranks[edge];
        const std::uint32_t b = ranks[edge + 1];
        const std::uint32_t c = ranks[other];
        const std::uint32_t d = ranks[other + 1];
        return a == c || a == d || b == c || b == d;
    }
};

} // namespace shapes::edges
