// SPDX-License-Identifier: MIT
#pragma once
// The inner loops that multiply winding numbers and search for shared edges, compiled once per
// instruction set. The interface is plain data only (shapes/simd/lanes_scalar.hpp says why).

#include "shapes/edges/kernels.hpp"
#include "shapes/simd/instructions.hpp"

#include <cstddef>
#include <cstdint>

namespace shapes::change {

using edges::LeafView;

/// A polynomial one-form, as the loops take it (shapes/area/area_form.hpp).
struct FormView {
    double origin_lat;
    int degree;
    const double* coefficient;
};

/// Eight sums side by side, each together with the sum of the rounding errors of its additions.
struct LaneSums {
    double sum[8];
    double lost[8];
};

/// The weighted sums over a run of edges: Σ W · ∫ ω and Σ (1 − W) · ∫ ω, in eight lanes each.
struct SweepSums {
    double inside[8];
    double outside[8];
};

/// Sums over a run of edges of a chain C (self_product.hpp), in eight lanes each: of all edge
/// integrals; of those weighted by the winding number of C + δ beside the fixed edge; and of those
/// weighted by the winding number of C beside the displaced edge.
struct SelfSums {
    double all[8];
    double beside_fixed[8];
    double beside_displaced[8];
};

/// The winding number at the current place of a walk along a path, and the lowest and highest met
/// so far.
struct RunningWinding {
    int now, lowest, highest;
};

/// The loops of one instruction set.
struct Kernels {
    /// Compares n pairs of doubles (positions) and returns how many are equal, counted from the
    /// front up to the first difference.
    std::size_t (*equal_front)(const double* a, const double* b, std::size_t n);
    /// The same from the back: the n pairs that end just before a and b, compared from the last one
    /// on.
    std::size_t (*equal_back)(const double* a, const double* b, std::size_t n);

    /// For each crossing, the integral from the crossing to the end of a's edge and that to the end
    /// of b's edge, both times the sign of the crossing. Writes these terms to to_a and to_b and
    /// adds their difference to `sums`, crossing i in lane i mod 8. All arrays are padded to a
    /// multiple of eight.
    void (*terms)(const double* positions_a, const double* positions_b, const std::uint32_t* a,
                  const std::uint32_t* b, const double* sign, std::size_t count,
                  const FormView& form, double* to_a, double* to_b, LaneSums& sums);

    /// Sums the edge integrals of consecutive leaves of one path, weighted by the winding number at
    /// the start of each edge. The winding number changes by steps[s] along edge s.
    void (*sweep)(const LeafView& edges, const std::int8_t* steps, std::size_t first_leaf,
                  std::size_t leaves, const FormView& form, RunningWinding& winding,
                  SweepSums& sums);

    /// Both sweeps of the product of a chain with its displaced self, in one pass: the edge
    /// integrals without a weight, and weighted by each of two winding numbers, which have steps of
    /// their own.
    void (*sweep_self)(const LeafView& edges, const std::int8_t* fixed_steps,
                       const std::int8_t* displaced_steps, std::size_t first_leaf,
                       std::size_t leaves, const FormView& form, RunningWinding& fixed,
                       RunningWinding& displaced, SelfSums& sums);
};

/// The loops for one instruction set, which must be available on this machine.
const Kernels& kernels(Instructions);

} // namespace shapes::change
