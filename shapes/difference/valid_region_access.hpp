// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"

namespace shapes {

/// The only way to make a `ValidRegion`: for the validator and the overlay, who prove what they
/// hand in, and nobody else. Its area is measured when it is first asked for.
struct ValidRegionAccess {
    static ValidRegion make(Region proven);
};

} // namespace shapes
