// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/change/crossing_sums.hpp"
#include "shapes/edges/boundary.hpp"

#include <cstddef>

namespace shapes::change {

/// The integrals that the area of W_a · W_b is made of, W_a and W_b being the winding numbers of
/// two valid regions, the second displaced (README.md, "The product"). In units of the form.
struct WindingProduct {
    /// ∫ W ω over the region's edges, W being the other one's winding number at each edge's start.
    double inside_a = 0;
    double inside_b = 0;
    /// ∫ (1 − W) ω likewise, summed on its own.
    double outside_a = 0;
    double outside_b = 0;
    /// What the crossings add to ∫∫ W_a W_b.
    double crossings = 0;

    std::size_t crossing_count = 0;
    std::size_t candidate_count = 0;
    /// Every winding number met was 0 or 1, and every ring ended with the one it began with. Not
    /// so: the windings are wrong and so is the result.
    bool consistent = true;

    double product() const { return inside_a + inside_b + crossings; }
};

WindingProduct winding_product(const edges::Boundary& a, const edges::Boundary& b,
                               const AreaForm& form, const KernelOptions& options);

} // namespace shapes::change
