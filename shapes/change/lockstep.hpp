// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/change/kernels.hpp"
#include "shapes/change/shared_edges.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>
#include <vector>

namespace shapes::change {

/// Edges of one region of which it is not known yet whether the other has them: consecutive edges
/// of a ring, or a whole ring, which may be gone round.
struct OpenSpan {
    std::size_t first;
    std::size_t edges;
    bool is_ring;
    std::size_t end() const { return first + edges; }
};

struct Lockstep {
    std::vector<SharedRun> runs;
    std::vector<OpenSpan> open_a, open_b; ///< in the order of the positions
};

/// Steps through the rings of two regions at once, as long as both list the same rings in the same
/// order and from the same starts: so do maps of neighbouring days, and then nothing needs to be
/// indexed but what has changed. From either end of a ring over changes of a few edges up to the
/// first large one.
Lockstep lockstep(const Region& a, const Region& b, const Kernels& loops);

} // namespace shapes::change
