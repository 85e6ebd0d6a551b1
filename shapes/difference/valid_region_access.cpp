// SPDX-License-Identifier: MIT
#include "shapes/difference/valid_region_access.hpp"

#include "shapes/area/chain_integral.hpp"
#include "shapes/area/ellipsoidal_area.hpp"

#include <utility>

namespace shapes {

ValidRegion ValidRegionAccess::make(Region proven) {
    const Box box = proven.box();
    const Area area = straight_area(proven, box);
    return {std::move(proven), box, area.m2()};
}

ValidRegion ValidRegionAccess::make(Region proven, const AreaForm& form) {
    const Box box = proven.box();
    const double area_m2 = form.unit * region_integral(proven, form);
    return {std::move(proven), box, area_m2};
}

} // namespace shapes
