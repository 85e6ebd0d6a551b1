// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/overlay_tree.hpp"

#include <functional>
#include <span>

namespace shapes::arrangement {

struct EdgePair {
    Index first;
    Index second; ///< > first
};

/// Calls `take` with batches of pairs of edges, so that every pair of edges within 2·kReach units
/// of each other is in exactly one of them. Edges that merely have close boxes may be in them as
/// well.
void for_each_near_pair(const OverlayTree& tree,
                        const std::function<void(std::span<const EdgePair>)>& take);

} // namespace shapes::arrangement
