// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/change/kernels.hpp"
#include "shapes/edges/boundary.hpp"
#include "shapes/edges/edge_join.hpp"
#include "shapes/simd/instructions.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace shapes::change {

/// Whether to do something: left to the kernel, or forced by a test.
enum class Choice { automatic, never, always };

/// Settings of the kernel. Tests use them to force what it would otherwise choose by itself.
struct KernelOptions {
    Instructions instructions = best_instructions();
    int threads = 1;
    Choice cancel_shared = Choice::automatic;
    edges::SearchPolicy search = edges::SearchPolicy::automatic;
};

/// For each edge of a chain, the change of the other chain's winding number along it. Sums are kept
/// modulo 256, which loses nothing: once all crossings of an edge of a valid region are counted,
/// the change is −2 … 2.
using Steps = std::unique_ptr<std::int8_t[]>;
/// Steps of a boundary, all 0.
Steps no_steps(const edges::Boundary& boundary);

/// What the crossings of two chains contribute to ∫ W_a · W_b (README.md, "The product"), in units
/// of the form.
struct CrossingSums {
    /// Σ sign · (∫ from the crossing to the end of a's edge − ∫ from the crossing to the end of b's
    /// edge).
    double all = 0;
    /// Two parts of that sum: a's integrals on those paths of a that come before `split`, and b's
    /// integrals on those paths of b that come at `split` or after it. Both are 0 where there is no
    /// split.
    double a_before_split = 0;
    double b_after_split = 0;
    std::size_t crossings = 0;
    std::size_t candidates = 0; ///< number of pairs of edges that were tested for a crossing
};

/// Value of `split` for chains whose paths need not be told apart.
inline constexpr std::size_t kNoSplit = static_cast<std::size_t>(-1);

/// One of the two chains: its edges, and its steps, which `sum_crossings` fills in.
struct SteppedChain {
    const edges::Boundary* boundary;
    std::int8_t* steps;
};

/// Sums over all crossings among the candidates of a join, with b displaced. When a boundary is
/// joined with itself, each candidate pair counts twice, once with either edge displaced, and edges
/// that follow each other are left out.
CrossingSums sum_crossings(const edges::EdgeJoin& join, const SteppedChain& a,
                           const SteppedChain& b, const AreaForm& form, std::size_t split,
                           const KernelOptions& options);

/// A view of the form, as the loops take it. The form must outlive it.
inline FormView view(const AreaForm& form) {
    return {form.origin_lat, form.degree, form.coefficient.data()};
}

} // namespace shapes::change
