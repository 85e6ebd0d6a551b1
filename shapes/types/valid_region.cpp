// SPDX-License-Identifier: MIT
#include "shapes/types/valid_region.hpp"

#include <utility>

namespace shapes {

ValidRegion::ValidRegion() : region_(std::make_shared<const Region>()) {}

ValidRegion::ValidRegion(Region proven)
    : region_(std::make_shared<const Region>(std::move(proven))), box_(region_->box()) {}

} // namespace shapes
