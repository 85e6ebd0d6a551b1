// SPDX-License-Identifier: MIT
#include "shapes/change/change_regions.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/symmetric_difference_boundary.hpp"
#include "shapes/overlay/overlay.hpp"
#include "shapes/validity/region_maker.hpp"

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

ChangeRegions change_regions(const ValidRegion& before, const ValidRegion& after) {
    std::vector<overlay::BuiltRegion> regions;
    if (const auto left = change::symmetric_difference_boundary(before.region(), after.region())) {
        constexpr std::array kSigns = {overlay::InsideRule::a_positive,
                                       overlay::InsideRule::a_negative};
        regions = overlay::overlay_chains(rings(*left), {}, kSigns);
    } else {
        constexpr std::array kParts = {overlay::InsideRule::a_without_b,
                                       overlay::InsideRule::b_without_a};
        regions = overlay::overlay_chains(rings(before.region()), rings(after.region()), kParts);
    }
    return {validity::RegionMaker::built(std::move(regions[0])),
            validity::RegionMaker::built(std::move(regions[1]))};
}

ValidRegion intersection(const ValidRegion& a, const ValidRegion& b) {
    return validity::RegionMaker::built(overlay::overlay_chains(
        rings(a.region()), rings(b.region()), overlay::InsideRule::a_and_b));
}

} // namespace shapes
