// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/change/kernels.hpp"
#include "shapes/change/shared_edges.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>
#include <vector>

namespace shapes::change {

/// Edges of one region for which it is not known yet whether the other region has them too: some
/// consecutive edges of a ring, or a whole ring. In a whole ring the last edge is followed by the
/// first.
struct OpenSpan {
    std::size_t first;
    std::size_t edges;
    bool is_ring;
    std::size_t end() const { return first + edges; }
};

/// What `lockstep` found: runs of shared edges, and the edges that are still open.
struct Lockstep {
    std::vector<SharedRun> runs;
    std::vector<OpenSpan> open_a, open_b; ///< in the order of the regions' positions
};

/// Compares the rings of two regions side by side, as long as both list the same rings in the same
/// order and with the same starts. Maps of neighbouring days do, and then only what has changed
/// needs to be indexed. Each ring is followed from both of its ends, past changes of a few edges,
/// up to the first large change.
Lockstep lockstep(const Region& a, const Region& b, const Kernels& loops);

} // namespace shapes::change
