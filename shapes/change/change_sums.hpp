// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/change/winding_product.hpp"
#include "shapes/validity/validate.hpp"

#include <cstddef>

namespace shapes::change {

/// The result of change_area as plain numbers: in m², or in square degrees from change_sums_planar.
struct ChangeSums {
    double before = 0, after = 0, lost = 0, gained = 0, common = 0;
    /// whether all winding numbers passed their check (WindingProduct::consistent)
    bool consistent = true;
    bool cancelled = false; ///< whether shared edges were taken out before anything was multiplied
    std::size_t shared_edges = 0;
    std::size_t candidate_count = 0; ///< number of pairs of edges that were tested for a crossing
    std::size_t crossing_count = 0;
};

/// The figures of `change_area`, in m².
ChangeSums change_sums(const ValidRegion& before, const ValidRegion& after,
                       const KernelOptions& options = {});

/// The same in square degrees, as if longitude and latitude were Cartesian. Tests and benchmarks
/// compare this with planar libraries.
ChangeSums change_sums_planar(const ValidRegion& before, const ValidRegion& after,
                              const KernelOptions& options = {});

} // namespace shapes::change
