// SPDX-License-Identifier: MIT
#include "shapes/difference/difference.hpp"
#include "shapes/difference/left_over_chain.hpp"
#include "shapes/difference/overlay.hpp"
#include "shapes/difference/valid_region_access.hpp"

#include <array>
#include <vector>

namespace shapes {
namespace {

std::vector<Ring> rings(const Region& region) {
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
    std::vector<Region> regions;
    if (const auto left = left_over_chain(before.region(), after.region())) {
        constexpr std::array kSigns = {InsideRule::a_positive, InsideRule::a_negative};
        regions = overlay(rings(*left), {}, kSigns);
    } else {
        constexpr std::array kParts = {InsideRule::a_without_b, InsideRule::b_without_a};
        regions = overlay(rings(before.region()), rings(after.region()), kParts);
    }
    return {ValidRegionAccess::make(std::move(regions[0])),
            ValidRegionAccess::make(std::move(regions[1]))};
}

ValidRegion intersection(const ValidRegion& a, const ValidRegion& b, const DifferenceOptions&) {
    return ValidRegionAccess::make(
        overlay(rings(a.region()), rings(b.region()), InsideRule::a_and_b));
}

} // namespace shapes
