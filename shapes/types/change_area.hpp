// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/units/area.hpp"

namespace shapes {

/// Areas between two regions of one holder, before and after, on the WGS84 ellipsoid.
struct ChangeArea {
    Area before; ///< |B|
    Area after;  ///< |A|
    Area lost;   ///< |B ∖ A|
    Area gained; ///< |A ∖ B|
    Area common; ///< |B ∩ A|, computed on its own, not by subtraction

    Area net() const { return gained - lost; }
    /// max(| |B| − common − lost |, | |A| − common − gained |) / max(|A|, |B|): 0 in exact
    /// arithmetic; 0 where both regions are empty.
    double relative_residual() const;
};

} // namespace shapes
