// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/units/area.hpp"

namespace shapes {

/// Areas of one holder's regions before (B) and after (A), and of what changed, on the WGS84
/// ellipsoid.
struct ChangeArea {
    Area before; ///< |B|
    Area after;  ///< |A|
    Area lost;   ///< |B ∖ A|
    Area gained; ///< |A ∖ B|
    Area common; ///< |B ∩ A|, summed separately and not found by subtraction

    Area net() const { return gained - lost; }
    /// The larger of | |B| − common − lost | and | |A| − common − gained |, divided by the larger
    /// of |A| and |B|. It is 0 in exact arithmetic, and 0 where both regions are empty.
    double relative_residual() const;
};

} // namespace shapes
