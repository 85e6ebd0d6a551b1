// SPDX-License-Identifier: MIT
#include "shapes/difference/valid_region_access.hpp"

#include "shapes/area/ellipsoidal_area.hpp"

#include <cmath>
#include <utility>

namespace shapes {

ValidRegion ValidRegionAccess::make(Region proven) {
    return ValidRegion(std::move(proven));
}

double ValidRegion::area_m2() const {
    double area = proven_->area_m2.load(std::memory_order_relaxed);
    if (std::isnan(area)) {
        area = straight_area(proven_->region, proven_->box).m2();
        proven_->area_m2.store(area, std::memory_order_relaxed);
    }
    return area;
}

} // namespace shapes
