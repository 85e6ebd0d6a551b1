// SPDX-License-Identifier: MIT
#pragma once
// The inner loops of the products of windings and of the search for shared edges, compiled once per
// instruction set. Plain data only (see shapes/simd/lanes_scalar.hpp).

#include "shapes/edges/kernels.hpp"
#include "shapes/simd/instructions.hpp"

#include <cstddef>
#include <cstdint>

namespace shapes::change {

using edges::LeafView;

/// A polynomial one-form as the loops want it; see shapes/area/area_form.hpp.
struct FormView {
    double origin_lat;
    int degree;
    const double* coefficient;
};

/// Eight sums side by side, each with what its additions lost.
struct LaneSums {
    double sum[8];
    double lost[8];
};

/// Sums of one stretch of edges: weights W and 1 − W.
struct SweepSums {
    double inside[8];
    double outside[8];
};

/// Sums of one stretch of edges of a chain C (see self_product.hpp): all edges; and weighted by the
/// winding number beside each, of C displaced, and of C beside the displaced edge.
struct SelfSums {
    double all[8];
    double beside_fixed[8];
    double beside_displaced[8];
};

/// A winding number on its way along a path, and those met so far.
struct RunningWinding {
    int now, lowest, highest;
};

struct Kernels {
    /// How many pairs of doubles are equal from the front on, of n.
    std::size_t (*equal_front)(const double* a, const double* b, std::size_t n);
    /// How many going back from the pairs before a and b, of n.
    std::size_t (*equal_back)(const double* a, const double* b, std::size_t n);

    /// The two terms of each crossing: sign · ∫ from the crossing to the end of a's edge, and of
    /// b's. Adds their differences to `sums`, crossing i in lane i mod 8. Arrays padded to eights.
    void (*terms)(const double* positions_a, const double* positions_b, const std::uint32_t* a,
                  const std::uint32_t* b, const double* sign, std::size_t count,
                  const FormView& form, double* to_a, double* to_b, LaneSums& sums);

    /// Edge integrals of consecutive leaves of one path, weighted by the winding number, which
    /// changes by steps[s] along edge s.
    void (*sweep)(const LeafView& edges, const std::int8_t* steps, std::size_t first_leaf,
                  std::size_t leaves, const FormView& form, RunningWinding& winding,
                  SweepSums& sums);

    /// Both sweeps of a chain that is multiplied with its displaced self, in one: edge integrals
    /// without weight, and with each of two windings, of which each has steps of its own.
    void (*sweep_self)(const LeafView& edges, const std::int8_t* fixed_steps,
                       const std::int8_t* displaced_steps, std::size_t first_leaf,
                       std::size_t leaves, const FormView& form, RunningWinding& fixed,
                       RunningWinding& displaced, SelfSums& sums);
};

/// The loops for one instruction set, which must be available.
const Kernels& kernels(Instructions);

} // namespace shapes::change
