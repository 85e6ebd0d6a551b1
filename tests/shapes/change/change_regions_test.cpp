// SPDX-License-Identifier: MIT
// Change regions against the area of change, which shares no code with them but the cancelling of
// shared edges.
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/change/symmetric_difference_boundary.hpp"
#include "shapes/overlay/overlay.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/overlay_checks.hpp"

#include <cmath>
#include <doctest/doctest.h>

using shapes::Region;
using shapes::ValidRegion;

namespace {

/// What the displacement of boundaries may do to an area, plus the area kernel's own 1e-12.
double allowed_m2(const ValidRegion& before, const ValidRegion& after) {
    constexpr double kMetresPerDegree =
        111'700; // at most, of latitude; of longitude at the equator
    const double perimeter =
        testing::perimeter(before.region()) + testing::perimeter(after.region());
    const double larger =
        std::max(shapes::ellipsoidal_area(before).m2(), shapes::ellipsoidal_area(after).m2());
    return shapes::overlay::kOverlayDisplacement * perimeter * kMetresPerDegree * kMetresPerDegree +
           1e-12 * larger;
}

void check_pair(const Region& drawn_before, const Region& drawn_after) {
    const ValidRegion before = shapes::validate(drawn_before).region;
    const ValidRegion after = shapes::validate(drawn_after).region;
    const shapes::ChangeArea area = shapes::change_area(before, after);
    const shapes::ChangeRegions regions = shapes::change_regions(before, after);
    const ValidRegion common = shapes::intersection(before, after);
    for (const ValidRegion* region : {&regions.lost, &regions.gained, &common}) {
        const auto fault = testing::fault_of(region->region());
        CHECK_MESSAGE(!fault, fault.value_or(""));
    }
    const double allowed = allowed_m2(before, after);
    CHECK(std::abs(shapes::ellipsoidal_area(regions.lost).m2() - area.lost.m2()) <= allowed);
    CHECK(std::abs(shapes::ellipsoidal_area(regions.gained).m2() - area.gained.m2()) <= allowed);
    CHECK(std::abs(shapes::ellipsoidal_area(common).m2() - area.common.m2()) <= allowed);
    const shapes::ChangeRegions back = shapes::change_regions(after, before);
    CHECK(testing::twice_area_in_units(back.lost.region()) ==
          testing::twice_area_in_units(regions.gained.region()));
    CHECK(testing::twice_area_in_units(back.gained.region()) ==
          testing::twice_area_in_units(regions.lost.region()));
}

} // namespace

TEST_CASE("Change regions have the areas of change: stars, spikes, combs, spirals, squares") {
    check_pair(support::star(1, 500), support::star(2, 400, 0.3, 0.01));
    check_pair(support::spikes(1, 300), support::spikes(2, 300, 0.02));
    check_pair(support::comb(1, 20, true), support::comb(2, 20, false));
    check_pair(support::spiral(12, 40), support::spiral(12, 40, 0.3));
    check_pair(support::squares(8, false, 0x1p-6), support::squares(8, true, 0x1p-6));
    check_pair(support::squares(8, false, 0.013), support::squares(8, true, 0.013));
}

TEST_CASE("Change regions of maps that share most edges") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        support::Random random(seed);
        const Region map = support::triangles(random, 6, 0.5, 0x1p-4, {30.5, 47.25});
        check_pair(map, support::jittered(map, seed, 1e-3, 0.05));
        check_pair(map, support::triangles(random, 6, 0.5, 0x1p-4, {30.5, 47.25}));
    }
}

TEST_CASE("Change regions of near-coincident maps") {
    const Region star = support::star(7, 60);
    for (const double distance : {0.0, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9}) {
        CAPTURE(distance);
        check_pair(star, support::jittered(star, 3, distance));
        check_pair(star, support::jittered(star, 4, distance, 0.3));
    }
}

TEST_CASE("Change regions with nothing on one side, or on both, or the same on both") {
    const Region star = support::star(5, 30);
    check_pair(star, {});
    check_pair({}, star);
    check_pair({}, {});
    check_pair(star, star);
    const ValidRegion valid = shapes::validate(star).region;
    CHECK(shapes::change_regions(valid, valid).lost.empty());
    CHECK(shapes::change_regions(valid, valid).gained.empty());
}

TEST_CASE("The left-over chain: none where nothing is shared, else what differs, closed") {
    const Region star = support::star(5, 2000);
    CHECK(!shapes::change::symmetric_difference_boundary(star, support::star(6, 2000)));
    const auto nothing = shapes::change::symmetric_difference_boundary(star, star);
    REQUIRE(nothing);
    CHECK(nothing->empty());
    Region moved = star;
    moved.positions()[100].lon += 0.25;
    const auto left = shapes::change::symmetric_difference_boundary(star, moved);
    REQUIRE(left);
    CHECK(left->edge_count() == 4); // two edges out, two edges back
    for (std::size_t r = 0; r < left->ring_count(); ++r) {
        CHECK(left->ring(r).front() == left->ring(r).back());
    }
}
