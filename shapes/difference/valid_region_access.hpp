// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"

#include <utility>

namespace shapes {

/// The only way to make a `ValidRegion`: for the validator and the overlay, who prove what they
/// hand in, and nobody else.
struct ValidRegionAccess {
    static ValidRegion make(Region proven) { return ValidRegion(std::move(proven)); }
};

} // namespace shapes
