// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_chains.hpp"
#include "shapes/edges/edge_tree.hpp"

#include <cstdint>
#include <vector>

namespace shapes::edges {

/// An edge that meets a chain on its way.
struct ChainCrossing {
    std::uint32_t edge;
    std::uint32_t chain; ///< the chain it passes
    std::int8_t sign;    ///< +1 where it passes to that chain's left
    Position at;
};

/// Crossings of all edges after the displacement, in the order in which a walk along the chains
/// meets them.
std::vector<ChainCrossing> crossings_in_order(const EdgeChains& chains,
                                              const std::vector<Contact>& contacts);

} // namespace shapes::edges
