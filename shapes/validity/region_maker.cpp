// SPDX-License-Identifier: MIT
#include "shapes/validity/region_maker.hpp"

#include "shapes/area/ellipsoidal_area.hpp"

#include <utility>

namespace shapes::validity {

ValidRegion RegionMaker::examined(Region region) {
    const Box box = region.box();
    const Area area = straight_area(region, box);
    return ValidRegion(std::move(region), box, area);
}

ValidRegion RegionMaker::built(overlay::BuiltRegion region) {
    return examined(std::move(region).take());
}

} // namespace shapes::validity
