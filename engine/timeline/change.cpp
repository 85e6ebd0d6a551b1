// SPDX-License-Identifier: MIT
#include "engine/timeline/change.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"

namespace engine {

shapes::Area value_of(const shapes::ChangeArea& change, Measure measure) {
    return measure == Measure::lost     ? change.lost
           : measure == Measure::gained ? change.gained
                                        : change.net();
}

Change measure_change(const shapes::ValidRegion& before, const shapes::ValidRegion& after,
                      shapes::EdgeModel edges, int threads) {
    const shapes::DifferenceOptions options{threads};
    const shapes::ChangeArea straight = shapes::change_area(before, after, options);
    Change change{straight, straight};
    if (edges == shapes::EdgeModel::straight) {
        return change;
    }
    const shapes::ChangeRegions regions = shapes::change_regions(before, after);
    change.area.before = shapes::ellipsoidal_area(before, edges);
    change.area.after = shapes::ellipsoidal_area(after, edges);
    change.area.lost = shapes::ellipsoidal_area(regions.lost, edges);
    change.area.gained = shapes::ellipsoidal_area(regions.gained, edges);
    change.area.common = shapes::ellipsoidal_area(shapes::intersection(before, after), edges);
    return change;
}

} // namespace engine
