// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/change/crossing_sums.hpp"
#include "shapes/edges/boundary.hpp"

#include <cstddef>

namespace shapes::change {

/// The integrals of W_C and W_C² for C = ∂a − ∂b; the latter is the product of C with its displaced
/// self C + δ.
///
/// Every edge e lies right beside its displaced copy e + δ: on its left or on its right, depending
/// on where −δ points. Call the winding number of C + δ on the right of both copies the number
/// *beside fixed e*. Along e itself the winding number of C + δ is that number where e is on the
/// right of e + δ, and one more where it is on the left. Likewise the winding number of C on the
/// right of both copies is the number *beside displaced e*; along e + δ the winding number of C is
/// the same or one more, with the two cases exchanged.
///
/// The number beside an edge does not change from an edge to the next one: how the copies of a
/// corner cross only changes which copy is on the left. So an edge need not be compared with itself
/// nor with the next edge, and these are by far the most pairs of edges of C that touch. The two
/// numbers beside e, as a rule −1 or 0, are all that has to be kept:
///
///     ∫ W_C  = Σ I(e)
///     ∫ W_C² = Σ I(e) + Σ (beside fixed e + beside displaced e) I(e) + crossings
///
/// where I(e) is the integral of the form along e.
///
/// A worked example with a square of area S. C is drawn with ─│ and C + δ with ┄┊; δ points up and,
/// less so, to the right:
///
///          ┌┄┄┄┄┄┄┄┄┐        Lost, so counter-clockwise. On the right of both copies of every edge
///      ┌───┼────┐   ┊        is the outside: beside = 0 for all four. ∫ W_C = Σ I(e) = S, and
///      │   ┊    │   ┊        ∫ W_C² = Σ I(e) + 0 = S.
///      │   └┄┄┄┄┼┄┄┄┘        Gained, so clockwise: on the right is the inside, where W_C = −1.
///      └────────┘            ∫ W_C = Σ I(e) = −S, and ∫ W_C² = −S + (−1 − 1)(−S) = S.
///
/// The two places where the copies cross are at corners, where an edge meets the copy of the next
/// edge. They need not be found.
struct SelfProduct {
    double all = 0; ///< Σ I(e) = ∫ W_C
    /// Σ (winding number beside e) · I(e): index 0 for the paths before `split`, 1 for the others.
    double beside_fixed[2] = {0, 0};
    double beside_displaced[2] = {0, 0};
    CrossingSums crossings;
    /// Whether every winding number met was possible, as for WindingProduct.
    bool consistent = true;

    /// Σ (beside fixed e + beside displaced e) I(e) over all paths.
    double beside() const {
        return (beside_fixed[0] + beside_displaced[1]) + (beside_fixed[1] + beside_displaced[0]);
    }
};

/// `chain` must be closed as a whole. Its paths before `split` are edges of ∂a; the others are
/// edges of ∂b, run backwards.
SelfProduct self_product(const edges::Boundary& chain, std::size_t split, const AreaForm& form,
                         const KernelOptions& options);

} // namespace shapes::change
