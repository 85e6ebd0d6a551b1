// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/types/valid_region.hpp"

namespace shapes {

/// The only way to make a `ValidRegion`: for the validator and the overlay, who prove what they
/// hand in, and nobody else. Measures its bounds and its area.
struct ValidRegionAccess {
    static ValidRegion make(Region proven);
    /// The same with a form for a box that holds the region: fitting one takes as long as measuring
    /// ten thousand edges.
    static ValidRegion make(Region proven, const AreaForm& form);
};

} // namespace shapes
