// SPDX-License-Identifier: MIT
#include "engine/measure/ever.hpp"

#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>

namespace engine {

using shapes::Area;

Area area_ever_changed(const std::function<shapes::ValidRegion(std::size_t map)>& held,
                       Measure measure, std::size_t from, std::size_t to) {
    constexpr double kLeastKm2 = 0.01;
    // From the last map back: most of what an earlier one holds is in it already, and the union
    // grows where land was lost only.
    shapes::ValidRegion ever = held(to);
    for (std::size_t i = to; i-- > from;) {
        const shapes::ValidRegion earlier = held(i);
        if (shapes::change_area(ever, earlier).gained.km2() >= kLeastKm2) {
            ever = shapes::unite({ever, shapes::change_regions(ever, earlier).gained});
        }
    }
    const std::size_t without = measure == Measure::lost ? to : from;
    return std::max(Area{}, shapes::change_area(ever, held(without)).lost);
}

} // namespace engine
