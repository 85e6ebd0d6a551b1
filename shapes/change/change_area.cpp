// SPDX-License-Identifier: MIT
#include "shapes/change/change_area.hpp"

#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/change/change_sums.hpp"

namespace shapes {

ChangeArea change_area(const ValidRegion& before, const ValidRegion& after,
                       const DifferenceOptions& options) {
    change::KernelOptions kernel;
    kernel.threads = options.threads;
    const change::ChangeSums sums = change::change_sums(before, after, kernel);
    if (!sums.consistent) {
        // This has never been seen. The winding numbers contradict each other, so either a region
        // is not what its type says or this kernel is wrong. The general kernel assumes nothing
        // about the regions and measures in another way.
        return any_fill_change_area(before.region(), after.region());
    }
    return {Area::from_m2(sums.before), Area::from_m2(sums.after), Area::from_m2(sums.lost),
            Area::from_m2(sums.gained), Area::from_m2(sums.common)};
}

} // namespace shapes
