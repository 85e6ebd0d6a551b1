// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"

namespace shapes {

/// The only way to make a `ValidRegion`: for the validator and the overlay, who prove what they
/// hand in, and nobody else. Measures its bounds and its area.
struct ValidRegionAccess {
    static ValidRegion make(Region proven);
};

} // namespace shapes
