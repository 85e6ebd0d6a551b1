// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/change/crossing_sums.hpp"
#include "shapes/edges/boundary.hpp"

#include <cstddef>

namespace shapes::change {

/// The integrals that make up ∫ W_a · W_b, where W_a and W_b are the winding numbers of two valid
/// regions, of which the second is displaced (README.md, "The product"). In units of the form.
struct WindingProduct {
    /// ∫ W ω over the edges of a (of b), where W is the other region's winding number at the start
    /// of each edge.
    double inside_a = 0;
    double inside_b = 0;
    /// ∫ (1 − W) ω over the same edges, summed separately rather than as a difference.
    double outside_a = 0;
    double outside_b = 0;
    /// What the crossings contribute to ∫ W_a · W_b.
    double crossings = 0;

    std::size_t crossing_count = 0;
    std::size_t candidate_count = 0;
    /// Whether every winding number met was 0 or 1 and every ring ended with the number it began
    /// with. If not, the winding numbers are wrong, and so is the result.
    bool consistent = true;

    /// ∫ W_a · W_b.
    double product() const { return inside_a + inside_b + crossings; }
};

WindingProduct winding_product(const edges::Boundary& a, const edges::Boundary& b,
                               const AreaForm& form, const KernelOptions& options);

} // namespace shapes::change
