// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "shapes/change/change_area.hpp"
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
/// The largest area of one degree by one degree on WGS84, m²: no square degree is larger than a
/// degree of the equator (111,319.5 m) by a degree of meridian at the pole (111,694.0 m).
inline constexpr double kSquareDegreeM2 = 111'319.5 * 111'694.0;

/// Bound of the relative residual of |A| = |A∩B| + |A∖B|. Each of its areas is a sum over edges
/// whose roundings are some 1e-15 of the terms; with a million edges that is below 1e-9, and a
/// piece of area that is wrong (0.1 km² of 100,000) is above.
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

/// The bound for two drawn regions: every edge displaced sideways by the snapping of all passes.
shapes::Area second_opinion_bound(const shapes::Region& before, const shapes::Region& after);

/// Sets `ok` from the other values. A value that is not a number is not ok.
void judge(SelfCheck& check);

/// Checks a difference computed with straight edges. `second` asks for GEOS's answer as well, from
/// the drawn features on, so that our validation is checked too (except where a ring crosses
/// itself, which GEOS repairs by rules of its own); `within` clips both if given.
SelfCheck check_difference(const ControlBoundary& before, const ControlBoundary& after,
                           ControlClass level, const shapes::ChangeArea& ours, bool second,
                           const shapes::Region* within = nullptr);

} // namespace engine
