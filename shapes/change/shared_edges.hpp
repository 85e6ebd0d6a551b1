// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/change/kernels.hpp"
#include "shapes/types/operand.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>
#include <vector>

namespace shapes::change {

/// Edges that stand in two regions alike, in the same direction: edges first_a + i of a and
/// first_b + i of b, i < edges, numbered by the index of their first position.
struct SharedRun {
    std::size_t a;
    std::size_t b;
    std::size_t edges;
};

/// The edges two regions share, as runs, sorted by their place in a. No edge stands in two runs.
/// Where the rings start and the order of rings play no part. If a sample of a says that less than
/// `least_share` is shared, the answer is empty: the caller then has no use for it.
std::vector<SharedRun> shared_runs(const Region& a, const Region& b, double least_share = 0.5,
                                   const Kernels& loops = kernels(best_instructions()));

/// What is left of a region's edges once the runs are taken away, as (first position, edges) within
/// rings. `runs` as shared_runs gives them; `side` says which of the two regions is meant.
struct EdgeRange {
    std::size_t first;
    std::size_t edges;
};
std::vector<EdgeRange> left_over(const Region& region, const std::vector<SharedRun>& runs,
                                 Operand side);

} // namespace shapes::change
