// SPDX-License-Identifier: MIT
#include "shapes/validity/region_maker.hpp"

#include "shapes/area/ellipsoidal_area.hpp"

#include <utility>

namespace shapes::validity {

ValidRegion RegionMaker::examined(Region region) {
    ValidRegion made(std::move(region), straight_area);
    made.area(); // now, not in the first of many comparisons
    return made;
}

ValidRegion RegionMaker::built(overlay::BuiltRegion region) {
    return ValidRegion(std::move(region).take(), straight_area);
}

} // namespace shapes::validity
