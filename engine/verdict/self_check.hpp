// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "shapes/difference/difference.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

#include <optional>
#include <string>

namespace engine {

/// How far two ways of computing the same difference may be apart.
///
/// Largest displacement of a vertex by GEOS's overlay and repair, in degrees: where its floating
/// overlay fails it snaps with a tolerance of the largest ordinate divided by 1e12
/// (OverlayNGRobust::snapTolerance), at most 180/1e12 in lon/lat. Both repair and overlay may do
/// so, once for each operand and once for the result; hence the factor.
inline constexpr double kSnapDegrees = 180.0 / 1e12;
inline constexpr int kSnapPasses = 4;

/// The residual of |A| = |A∩B| + |A∖B| is a sum of as many roundings as there are edges; sorted by
/// size it would stay near 1e-15, and 1e-9 is what nothing but a wrong piece of area can exceed.
inline constexpr double kResidualBound = 1e-9;

/// What the two checks of one difference found.
struct SelfCheck {
    double relative_residual = 0.0; ///< ChangeArea::relative_residual
    std::string second_method;      ///< "GEOS 3.11.1"; empty where no second opinion was asked for
    std::optional<shapes::Area> second_lost;
    std::optional<shapes::Area> second_gained;
    shapes::Area lost;   ///< ours, for comparison
    shapes::Area gained; ///< ours
    /// Largest |ours − second| that rounding can explain: kSnapPasses · kSnapDegrees along the
    /// whole length of both boundaries.
    shapes::Area bound;
    std::string error; ///< why there is no second opinion although one was asked for
    bool ok = true;    ///< residual and mismatch within their bounds, and no error
};

/// Checks a difference computed with straight edges. `second` asks for GEOS's answer as well, from
/// the drawn features on, so that our validation is checked too; `within` clips both if given.
SelfCheck check_difference(const ControlBoundary& before, const ControlBoundary& after,
                           ControlClass level, const shapes::ChangeArea& ours, bool second,
                           const shapes::Region* within = nullptr);

} // namespace engine
