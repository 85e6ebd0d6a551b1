// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/difference/boundary.hpp"
#include "shapes/difference/edge_join.hpp"
#include "shapes/simd/instructions.hpp"

#include <cstddef>

namespace shapes {

/// The integrals that the area of W_a · W_b is made of, W_a and W_b being the winding numbers of
/// two closed chains a and b, the second displaced (README.md, "The product"). In units of the
/// form.
struct WindingProduct {
    /// ∫ W ω over the chain's edges, W being the other chain's winding number at each edge's start.
    /// Index 0: paths before `split`, 1: the others.
    double inside_a[2] = {0, 0};
    double inside_b[2] = {0, 0};
    /// ∫ (1 − W) ω likewise, summed on its own.
    double outside_a = 0;
    double outside_b = 0;
    /// What the crossings add to ∫∫ W_a W_b: Σ sign · (crossing → end of a's edge, less that of
    /// b's).
    double crossings = 0;
    /// Its parts: a's terms on a's paths before `split`; b's terms on b's paths from `split` on.
    double crossings_a_before_split = 0;
    double crossings_b_after_split = 0;

    std::size_t crossing_count = 0;
    std::size_t candidate_count = 0;
    /// Every winding number met was in the range given, and every ring ended with the one it began
    /// with. Not so: the windings are wrong and so is the result.
    bool consistent = true;

    double product() const {
        return inside_a[0] + inside_a[1] + inside_b[0] + inside_b[1] + crossings;
    }
};

/// What the kernel may be told. Tests force what the kernel would otherwise choose.
struct KernelOptions {
    Instructions instructions = best_instructions();
    int threads = 1;
    Choice cancel_shared = Choice::automatic;
    Choice oriented_boxes = Choice::automatic;
    Choice sorted_edges = Choice::automatic;
};

struct ProductRange {
    int lowest; ///< of the winding numbers
    int highest;
    /// Paths from this one on are counted apart (for a chain made of edges of two regions).
    std::size_t split = static_cast<std::size_t>(-1);
};

WindingProduct winding_product(const Boundary& a, const Boundary& b, const AreaForm& form,
                               const ProductRange& range, const KernelOptions& options);

} // namespace shapes
