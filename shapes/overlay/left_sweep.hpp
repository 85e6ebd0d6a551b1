// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::overlay {

/// The same as `nearest_left` for all places at once: a level line sweeps from south to north over
/// the pieces of boundary, which stand along it in their order from west to east. Work:
/// (places + pieces) × the logarithm of their number, however long the edges are.
std::vector<HalfEdge> sweep_left(std::span<const GridPoint> places, const GridChains& chains,
                                 const Noding& noding, const PlanarGraph& graph,
                                 const std::vector<std::uint8_t>& boundary);

} // namespace shapes::overlay
