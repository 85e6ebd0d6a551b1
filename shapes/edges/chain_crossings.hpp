// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_chains.hpp"
#include "shapes/edges/edge_tree.hpp"

#include <cstdint>
#include <vector>

namespace shapes::edges {

/// A crossing of an edge with another chain, seen from that edge.
struct ChainCrossing {
    std::uint32_t edge;  ///< the edge that crosses
    std::uint32_t chain; ///< the chain that it crosses
    /// +1 where the edge passes to that chain's left, −1 where it passes to its right
    std::int8_t sign;
    Position at; ///< the place of the crossing, rounded to doubles
};

/// All crossings that remain after the displacement (perturbation.hpp). Each is listed twice, once
/// for either edge, in the order in which a walk along one chain after the other meets them.
std::vector<ChainCrossing> crossings_in_order(const EdgeChains& chains,
                                              const std::vector<Contact>& contacts);

} // namespace shapes::edges
