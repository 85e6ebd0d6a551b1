// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

namespace shapes::overlay {

/// The first boundary half-edge met on the way left from the place left of `at` by δ and above it
/// by ε (0 < ε ≪ δ → 0), taken in the direction that has that place on its left. There must be one.
///
/// `boundary[h]` is not 0 for half-edges that bound; `at` is a node or a point of the chains.
HalfEdge nearest_left(GridPoint at, const GridChains& chains, const Noding& noding,
                      const PlanarGraph& graph, const std::vector<std::uint8_t>& boundary);

} // namespace shapes::overlay
