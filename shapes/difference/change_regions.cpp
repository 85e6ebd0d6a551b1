// SPDX-License-Identifier: MIT
#include "shapes/difference/difference.hpp"
#include "shapes/difference/overlay.hpp"
#include "shapes/difference/valid_region_access.hpp"

#include <array>
#include <vector>

namespace shapes {
namespace {

std::vector<Ring> rings(const ValidRegion& valid) {
    const Region& region = valid.region();
    std::vector<Ring> rings;
    rings.reserve(region.ring_count());
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        rings.push_back(region.ring(r));
    }
    return rings;
}

} // namespace

ChangeRegions change_regions(const ValidRegion& before, const ValidRegion& after,
                             const DifferenceOptions&) {
    constexpr std::array kRules = {InsideRule::a_without_b, InsideRule::b_without_a};
    std::vector<Region> regions = overlay(rings(before), rings(after), kRules);
    return {ValidRegionAccess::make(std::move(regions[0])),
            ValidRegionAccess::make(std::move(regions[1]))};
}

ValidRegion intersection(const ValidRegion& a, const ValidRegion& b, const DifferenceOptions&) {
    return ValidRegionAccess::make(overlay(rings(a), rings(b), InsideRule::a_and_b));
}

} // namespace shapes
