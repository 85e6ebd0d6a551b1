// SPDX-License-Identifier: MIT
#include "shapes/difference/valid_region.hpp"

#include "shapes/difference/drawing.hpp"
#include "shapes/difference/drawn_positions.hpp"
#include "shapes/difference/resolve.hpp"
#include "shapes/difference/valid_region_access.hpp"
#include "shapes/difference/validity.hpp"
#include "shapes/difference/validity_problems.hpp"

#include <optional>
#include <utility>

namespace shapes {
namespace {

/// The region with its directions put right where it is valid.
std::optional<ValidRegion> proven(const Region& region) {
    const Drawing drawing(region);
    const Validity validity = examine(drawing);
    if (!validity.valid) {
        return std::nullopt;
    }
    return ValidRegionAccess::make(turned(drawing, validity));
}

ValidRegion resolve(const Drawing& drawing, const Validity& validity, FillRule fill) {
    const Region groups = resolved_in_groups(drawing, validity, fill);
    if (auto region = proven(with_drawn_positions(groups, drawing))) {
        return *region;
    }
    // Positions a grid unit apart trade places when they are put back: keep them on the grid.
    if (auto region = proven(groups)) {
        return *region;
    }
    // Rounding to the grid let neighbours meet. One overlay of everything is valid as it is built:
    // its edges are noded on the grid it is written on.
    return ValidRegionAccess::make(united(groups));
}

} // namespace

ValidationResult validate(const Region& drawn, FillRule fill) {
    const Drawing drawing(drawn);
    const Validity validity = examine(drawing);
    ValidRegion region = validity.valid ? ValidRegionAccess::make(turned(drawing, validity))
                                        : resolve(drawing, validity, fill);
    region.area_m2(); // now, not in the first of many comparisons
    return {std::move(region), problems_of(drawn, drawing, validity)};
}

ValidRegion unite(const std::vector<ValidRegion>& regions) {
    if (regions.size() == 1) {
        return regions[0];
    }
    Region all;
    for (const ValidRegion& r : regions) {
        all.append(r.region());
    }
    return validate(all).region;
}

} // namespace shapes
