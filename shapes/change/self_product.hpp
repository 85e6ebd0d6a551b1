// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/change/crossing_sums.hpp"
#include "shapes/edges/boundary.hpp"

#include <cstddef>

namespace shapes::change {

/// The integrals of W_C and W_C² for C = ∂a − ∂b, the product of C with its displaced self C + δ.
///
/// Every edge e lies right beside e + δ, on its left or on its right, as −δ points. So the winding
/// number of C + δ along e is that *beside* e, on the right of both, or one more; on e + δ that of
/// C is the same number, or one more, the other way round. The number beside e stays the same from
/// an edge to the next: how the two copies of a corner cross changes only who is left of whom. So
/// an edge need not be looked at with itself nor with the next one (in C the great majority of
/// edges that touch), and the numbers beside e, −1 or 0, are all the state there is:
///
///     ∫ W_C = Σ I(e)     ∫ W_C² = Σ I(e) + Σ (beside fixed e + beside displaced e) I(e) +
///     crossings.
///
/// A square of area S as a worked example, C drawn with ─│, C + δ with ┄┊ (δ points up and, less,
/// to the right):
///
///          ┌┄┄┄┄┄┄┄┄┐        Lost, so counter-clockwise. On the right of both copies of every edge
///      ┌───┼────┐   ┊        is the outside: beside = 0 for all four. ∫ W_C = Σ I(e) = S, and
///      │   ┊    │   ┊        ∫ W_C² = Σ I(e) + 0 = S.
///      │   └┄┄┄┄┼┄┄┄┘        Gained, so clockwise: on the right is the inside, where W_C = −1.
///      └────────┘            ∫ W_C = Σ I(e) = −S, and ∫ W_C² = −S + (−1 − 1)(−S) = S.
///
/// The two places where the copies cross are at corners, where an edge meets the copy of the next
/// one: they need not be found.
struct SelfProduct {
    double all = 0; ///< Σ I(e) = ∫ W_C
    /// Σ (winding beside e) · I(e): index 0 over paths before `split`, 1 over the others.
    double beside_fixed[2] = {0, 0};
    double beside_displaced[2] = {0, 0};
    CrossingSums crossings;
    /// As in WindingProduct: every number met was possible.
    bool consistent = true;

    double beside() const {
        return (beside_fixed[0] + beside_displaced[1]) + (beside_fixed[1] + beside_displaced[0]);
    }
};

/// `chain` must be closed as a whole; its paths before `split` are edges of ∂a, the others edges of
/// ∂b the other way round.
SelfProduct self_product(const edges::Boundary& chain, std::size_t split, const AreaForm& form,
                         const KernelOptions& options);

} // namespace shapes::change
