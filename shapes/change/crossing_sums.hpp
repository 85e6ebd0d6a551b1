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

/// Left to the kernel, or forced (by tests).
enum class Choice { automatic, never, always };

/// What the kernel may be told. Tests force what the kernel would otherwise choose.
struct KernelOptions {
    Instructions instructions = best_instructions();
    int threads = 1;
    Choice cancel_shared = Choice::automatic;
    edges::SearchPolicy search = edges::SearchPolicy::automatic;
};

/// Per edge of a chain, the change of the other chain's winding number along it, modulo 256: what
/// is left after all crossings of an edge of a valid region is −2 … 2.
using Steps = std::unique_ptr<std::int8_t[]>;
Steps no_steps(const edges::Boundary& boundary);

/// The part of the area of W_a · W_b that the crossings of two chains make up (README.md, "The
/// product"), in units of the form.
struct CrossingSums {
    /// Σ sign · (crossing → end of a's edge, less that of b's).
    double all = 0;
    /// Its parts: a's terms on a's paths before `split`; b's terms on b's paths from `split` on.
    double a_before_split = 0;
    double b_after_split = 0;
    std::size_t crossings = 0;
    std::size_t candidates = 0; ///< pairs of edges looked at
};

/// For chains that are of one kind.
inline constexpr std::size_t kNoSplit = static_cast<std::size_t>(-1);

/// One of the two chains: its edges, and the steps to be filled in.
struct SteppedChain {
    const edges::Boundary* boundary;
    std::int8_t* steps;
};

/// Sums over all crossings among the candidates of a join, b displaced. Of a join of a boundary
/// with itself, in which each pair is met once, either edge of a pair is taken as the displaced
/// one, and edges that follow one another are left out.
CrossingSums sum_crossings(const edges::EdgeJoin& join, const SteppedChain& a,
                           const SteppedChain& b, const AreaForm& form, std::size_t split,
                           const KernelOptions& options);

/// The form as the loops want it.
inline FormView view(const AreaForm& form) {
    return {form.origin_lat, form.degree, form.coefficient.data()};
}

} // namespace shapes::change
