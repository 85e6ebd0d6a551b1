// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/change/winding_product.hpp"
#include "shapes/validity/validate.hpp"

#include <cstddef>

namespace shapes::change {

/// change_area before units: every figure in m², or in square degrees from change_sums_planar.
struct ChangeSums {
    double before = 0, after = 0, lost = 0, gained = 0, common = 0;
    bool consistent = true; ///< the windings passed their check
    bool cancelled = false; ///< shared edges were taken out first
    std::size_t shared_edges = 0;
    std::size_t candidate_count = 0; ///< pairs of edges looked at
    std::size_t crossing_count = 0;
};

ChangeSums change_sums(const ValidRegion& before, const ValidRegion& after,
                       const KernelOptions& options = {});

/// The same in square degrees, as if longitude and latitude were Cartesian: for comparison with
/// planar libraries, in tests and benchmarks.
ChangeSums change_sums_planar(const ValidRegion& before, const ValidRegion& after,
                              const KernelOptions& options = {});

} // namespace shapes::change
