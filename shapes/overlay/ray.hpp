// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/noding.hpp"
#include "shapes/overlay/overlay.hpp"

namespace shapes::overlay {

/// Winding numbers of the noded chains at the place left of `at` by δ and above it by ε, with
/// 0 < ε ≪ δ → 0: the sums over the pieces that cross the ray from there to the left. Exact.
///
/// `at` must be a node or a point of the chains. Work: the tree nodes that stand both left and
/// right of `at` and at its height; a run of edges wholly to the left counts by its end points
/// only.
WindingPair winding_left_of(GridPoint at, const GridChains& chains, const Noding& noding);

} // namespace shapes::overlay
