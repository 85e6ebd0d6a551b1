// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/measure.hpp"
#include "engine/uncertainty/edge_set.hpp"
#include "engine/uncertainty/field.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

#include <optional>

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

/// The same error by simulation.
struct SimulatedError {
    int runs = 0;
    shapes::Area sigma; ///< one standard deviation
    shapes::Area bias;  ///< mean of the runs less the measured value
    shapes::Area low;   ///< 95 % interval of the true area
    shapes::Area high;
};

/// Error of a measured area that comes from where the boundary was drawn.
struct BoundaryError {
    ErrorModel model = ErrorModel::redrawn;
    shapes::Area sigma; ///< one standard deviation, ≥ 0
    /// Measured minus true that is to be expected of maps like these: the slivers along all the
    /// line that both maps mean to share; ≥ 0 in first order.
    shapes::Area bias;
    /// What of that is in these very maps, to be taken off the measured value: where both maps draw
    /// the same edges there is no sliver.
    shapes::Area correction;
    double moving_km = 0.0; ///< length of line that moves the figure
    double shared_km = 0.0; ///< length of line that both maps mean to share and that is not fixed
    double traced_twice_km = 0.0; ///< of that: not drawn with the same edges (retraced only)
    /// First-order propagation holds: displacements are small against the width of what changed.
    /// Where it is false the figures are a rough guide, and `simulate` gives the right ones.
    bool first_order_valid = true;
    /// Where it was simulated as well. Where first order does not hold, `sigma` and `bias` are the
    /// simulation's, and in the redrawn model `correction` too. (Displacing maps that were traced
    /// twice widens what lies between their lines, so it does not tell how much of it is slivers.)
    std::optional<SimulatedError> simulated = std::nullopt;
};

/// First-order propagation of the displacement field to a measure of the change from `before` to
/// `after` (for Measure::held, of `after` alone).
///
/// A boundary piece with outward normal n (times its length) that is displaced by d changes the
/// area it bounds by n·d, so Var = wᵀKw over the pieces of the moving line (matrix K of the field's
/// covariances between pieces, sparse). In the *redrawn* model one field moves both maps. In the
/// *retraced* model each has its own, and the line they mean to share (the same edges, or lines
/// running along each other within 3·√2 σ, which two traces of one line exceed on 0.3 % of it)
/// opens slivers max(0, D·n) with D = d_before − d_after: their mean is the bias, σ/√π per km, and
/// their covariances follow from E[max(0,X)max(0,Y)] of two correlated Gaussians (Y. Cho & L. Saul,
/// NIPS 22, 2009, eq. 6) and from Stein's lemma for the terms between slivers and the rest.
///
/// Units: km and km² inside. sigma 0 where position_sigma_km is 0 or nothing moves.
BoundaryError boundary_error(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                             Measure measure, ErrorModel model, const DisplacementField& field,
                             const EdgeSet& fixed);

/// The same with the regions of the change, where they are built already; read for what was lost
/// or gained only.
BoundaryError boundary_error(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                             const shapes::ChangeRegions& change, Measure measure, ErrorModel model,
                             const DisplacementField& field, const EdgeSet& fixed);

} // namespace engine
