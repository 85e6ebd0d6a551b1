// SPDX-License-Identifier: MIT
#include "engine/judge/ever.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"

#include <algorithm>

namespace engine {

using shapes::Area;

Area area_ever_changed(SourceMaps& maps, Measure measure, std::size_t from, std::size_t to,
                       ControlClass level) {
    constexpr double kLeastKm2 = 0.01;
    // From the last map back: most of what an earlier one holds is in it already, and the union
    // grows where land was lost only.
    shapes::ValidRegion ever = maps.region(to, level);
    for (std::size_t i = to; i-- > from;) {
        const shapes::ValidRegion& held = maps.region(i, level);
        if (shapes::change_area(ever, held).gained.km2() >= kLeastKm2) {
            ever = shapes::unite({ever, shapes::change_regions(ever, held).gained});
        }
    }
    const std::size_t without = measure == Measure::lost ? to : from;
    return std::max(Area{}, shapes::change_area(ever, maps.region(without, level)).lost);
}

Interval ever_changed(SourceMaps& maps, Measure measure, const AsOf& base, const AsOf& last,
                      ControlClass level) {
    Interval interval;
    for (const std::size_t from : {*base.before, *base.after}) {
        for (const std::size_t to : {*last.before, *last.after}) {
            if (from <= to) {
                const Area value = area_ever_changed(maps, measure, from, to, level);
                interval.low = interval.low ? std::min(*interval.low, value) : value;
                interval.high = interval.high ? std::max(*interval.high, value) : value;
            }
        }
    }
    return interval;
}

} // namespace engine
