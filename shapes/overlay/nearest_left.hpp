// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::overlay {

/// How `nearest_left` searches. Both give the same half-edges.
enum class LeftSearch {
    adaptive, ///< down the tree for each place, then the sweep, once that has cost as much
    sweep,    ///< the sweep for all
};

/// For each place: the first boundary half-edge met on the way left from the place left of it by δ
/// and above it by ε (0 < ε ≪ δ → 0), taken in the direction that has that place on its left;
/// kNone where there is none.
///
/// `boundary[h]` is not 0 for half-edges that bound; a place is a node or a point of the chains.
/// Work: a few tree nodes a place on natural boundaries; (places + pieces of boundary) × a
/// logarithm at worst, where edges are so long that the tree tells nothing.
std::vector<HalfEdge> nearest_left(std::span<const GridPoint> places, const GridChains& chains,
                                   const Noding& noding, const PlanarGraph& graph,
                                   const std::vector<std::uint8_t>& boundary,
                                   LeftSearch how = LeftSearch::adaptive);

} // namespace shapes::overlay
