// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::overlay {

/// Gives the same result as `nearest_left`, for all places at once. A horizontal line sweeps from
/// south to north and keeps the pieces of boundary that it crosses in order from west to east. The
/// time is O((places + pieces) log(places + pieces)), however long the edges are.
std::vector<HalfEdge> sweep_left(std::span<const GridPoint> places, const GridChains& chains,
                                 const Noding& noding, const PlanarGraph& graph,
                                 const std::vector<std::uint8_t>& boundary);

} // namespace shapes::overlay
