// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/measure.hpp"
#include "engine/uncertainty/edge_set.hpp"
#include "engine/uncertainty/field.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

namespace engine {

/// What two maps of one source have to do with each other.
enum class ErrorModel {
    redrawn,  ///< the later map is the earlier one with what changed drawn anew: the line that both
              ///< share stands wrong in both alike, and moves together
    retraced, ///< each map was drawn for itself: its errors are independent of the other's, and the
              ///< line that both mean to share leaves slivers of lost and of gained area
};

/// "redrawn", "retraced".
const char* name(ErrorModel model);

/// Error of a measured area that comes from where the boundary was drawn.
struct BoundaryError {
    ErrorModel model = ErrorModel::redrawn;
    shapes::Area sigma;     ///< one standard deviation, ≥ 0
    shapes::Area bias;      ///< measured minus true, expected: the slivers; ≥ 0
    double moving_km = 0.0; ///< length of line that moves the figure
    double shared_km = 0.0; ///< length of line that both maps share and that is not fixed
    /// First-order propagation holds: displacements are small against the width of what changed.
    /// Where it is false the figures are a rough guide, and `simulate` gives the right ones.
    bool first_order_valid = true;
};

/// First-order propagation of the displacement field to a measure of the change from `before` to
/// `after` (for Measure::held, of `after` alone).
///
/// A boundary piece with outward normal n (times its length) that is displaced by d changes the
/// area it bounds by n·d, so Var = wᵀKw over the pieces of the moving line (matrix K of the field's
/// covariances between pieces, sparse). In the *redrawn* model one field moves both maps. In the
/// *retraced* model each has its own, and the line they share opens slivers max(0, D·n) with
/// D = d_before − d_after: their mean is the bias, σ/√π per km, and their covariances follow from
/// E[max(0,X)max(0,Y)] of two correlated Gaussians (Y. Cho & L. Saul, NIPS 22, 2009, eq. 6) and
/// from Stein's lemma for the terms between slivers and the rest.
///
/// Units: km and km² inside. sigma 0 where position_sigma_km is 0 or nothing moves.
BoundaryError boundary_error(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                             Measure measure, ErrorModel model, const DisplacementField& field,
                             const EdgeSet& fixed);

} // namespace engine
