// SPDX-License-Identifier: MIT
#include "shapes/types/valid_region.hpp"

#include <utility>

namespace shapes {

ValidRegion::ValidRegion() : ValidRegion(Region{}) {}

ValidRegion::ValidRegion(Region proven)
    : proven_(std::make_shared<const Proven>(std::move(proven))) {}

} // namespace shapes
