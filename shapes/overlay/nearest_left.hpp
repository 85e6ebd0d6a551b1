// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::overlay {

/// How `nearest_left` searches. Both ways give the same half-edges.
enum class LeftSearch {
    /// descends the tree for each place; sweeps the rest once that has cost as much as a sweep
    adaptive,
    sweep, ///< sweeps for all places
};

/// For each place p, starts at the point left of p by δ and above it by ε (0 < ε ≪ δ → 0) and looks
/// to the left. Returns the first boundary half-edge that is met, in the direction that has the
/// starting point on its left, or kNone where none is met.
///
/// `boundary[h]` is not 0 for the half-edges that bound the result. Every place must be a node or a
/// point of the chains. On natural boundaries the search visits a few tree nodes for each place.
/// Where edges are so long that the tree separates nothing, the time is O((places + pieces)
/// log(places + pieces)).
std::vector<HalfEdge> nearest_left(std::span<const GridPoint> places, const GridChains& chains,
                                   const Noding& noding, const PlanarGraph& graph,
                                   const std::vector<std::uint8_t>& boundary,
                                   LeftSearch how = LeftSearch::adaptive);

} // namespace shapes::overlay
