// SPDX-License-Identifier: MIT
#include "shapes/types/valid_region.hpp"

#include <utility>

namespace shapes {

ValidRegion::ValidRegion() : region_(std::make_shared<const Region>()) {}

ValidRegion::ValidRegion(Region proven, const Box& box, double area_m2)
    : region_(std::make_shared<const Region>(std::move(proven))), box_(box), area_m2_(area_m2) {}

} // namespace shapes
