// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/change/kernels.hpp"
#include "shapes/types/operand.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>
#include <vector>

namespace shapes::change {

/// A run of edges that two regions share, in the same direction: for each i < edges, edge a + i of
/// the first region equals edge b + i of the second. Edges are numbered by the index of their first
/// position.
struct SharedRun {
    std::size_t a;
    std::size_t b;
    std::size_t edges;
};

/// The edges that two regions share, as runs sorted by their place in a. No edge is in two runs. It
/// does not matter where rings start or in which order they are listed. The result is empty if a
/// sample of a's edges says that less than `least_share` of them is shared, because looking further
/// then costs the caller more than it saves.
std::vector<SharedRun> shared_runs(const Region& a, const Region& b, double least_share = 0.5,
                                   const Kernels& loops = kernels(best_instructions()));

/// A range of edges within one ring.
struct EdgeRange {
    std::size_t first;
    std::size_t edges;
};
/// The edges of a region that are in no run. `runs` must come from `shared_runs`, and `side` says
/// which of its two regions is meant.
std::vector<EdgeRange> left_over(const Region& region, const std::vector<SharedRun>& runs,
                                 Operand side);

} // namespace shapes::change
