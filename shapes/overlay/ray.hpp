// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/noding.hpp"
#include "shapes/overlay/overlay.hpp"

namespace shapes::overlay {

/// Winding numbers of the noded chains around the place that is left of `at` by δ and above it by ε
/// (0 < ε ≪ δ → 0): the sums over the pieces that cross the ray from there to the left. Exact.
///
/// `at` must be a node or a point of the chains. The search opens only tree nodes whose boxes are
/// at the height of `at` and extend to both sides of it; a run of edges wholly to the left is
/// counted by its end points alone.
WindingPair winding_left_of(GridPoint at, const GridChains& chains, const Noding& noding);

} // namespace shapes::overlay
