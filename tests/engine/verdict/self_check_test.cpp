// SPDX-License-Identifier: MIT
#include "engine/verdict/self_check.hpp"

#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <limits>

using boxes::box;
using boxes::map_of;
using boxes::zone_km2;
using engine::check_difference;
using engine::ControlClass;
using engine::SelfCheck;

namespace {

const engine::ControlBoundary& before() {
    static const auto map = map_of("2022-09-08", box(30, 48, 33, 49));
    return map;
}
const engine::ControlBoundary& after() {
    static const auto map = map_of("2022-09-11", box(31, 48, 34, 49));
    return map;
}
shapes::ChangeArea ours() {
    return shapes::change_area(before().held_at(ControlClass::confirmed),
                               after().held_at(ControlClass::confirmed));
}

} // namespace

TEST_CASE("GEOS recomputes the difference from the drawn features on") {
    const SelfCheck check =
        check_difference(before(), after(), ControlClass::confirmed, ours(), true);
    CHECK(check.ok);
    CHECK(check.second_method.find("GEOS 3.") == 0);
    REQUIRE(check.second_lost);
    CHECK(check.second_lost->km2() == doctest::Approx(zone_km2(30, 48, 31, 49)).epsilon(1e-9));
    CHECK(check.second_gained->km2() == doctest::Approx(zone_km2(33, 48, 34, 49)).epsilon(1e-9));
    CHECK(check.relative_residual < 1e-12);
    // 4 passes × 1.8e-10° along 16° of boundary: 142 m².
    CHECK(check.bound.m2() == doctest::Approx(4 * 1.8e-10 * 16 * 111319.5 * 111694.0));
}

TEST_CASE("a wrong piece of area, larger than rounding can explain, fails the check") {
    // Moved from common to both changes: the areas still add up, so that only GEOS can tell.
    auto wrong = ours();
    const auto off = shapes::Area::from_m2(200);
    wrong.lost += off;
    wrong.gained += off;
    wrong.common += -off;
    const SelfCheck check =
        check_difference(before(), after(), ControlClass::confirmed, wrong, true);
    CHECK(check.relative_residual < 1e-12);
    CHECK_FALSE(check.ok);
    CHECK(check_difference(before(), after(), ControlClass::confirmed, wrong, false).ok);

    auto slightly = ours();
    slightly.gained += shapes::Area::from_m2(10); // 4e-10 of the held area, 10 of 142 m²
    CHECK(check_difference(before(), after(), ControlClass::confirmed, slightly, true).ok);
}

TEST_CASE("the residual alone fails where areas do not add up, and a NaN is never ok") {
    auto wrong = ours();
    wrong.common += shapes::Area::from_km2(1);
    const SelfCheck check =
        check_difference(before(), after(), ControlClass::confirmed, wrong, false);
    CHECK_FALSE(check.ok);
    CHECK(check.second_method.empty());
    SelfCheck nan;
    nan.relative_residual = std::numeric_limits<double>::quiet_NaN();
    judge(nan);
    CHECK_FALSE(nan.ok);
}

TEST_CASE("within a region of interest GEOS clips for itself") {
    const shapes::Region within = box(30.5, 47, 40, 50);
    const auto region = shapes::validate(within).region;
    const auto clip = [&](const engine::ControlBoundary& b) {
        return shapes::intersection(b.held_at(ControlClass::confirmed), region);
    };
    const SelfCheck check =
        check_difference(before(), after(), ControlClass::confirmed,
                         shapes::change_area(clip(before()), clip(after())), true, &within);
    CHECK(check.ok);
    CHECK(check.second_lost->km2() == doctest::Approx(zone_km2(30.5, 48, 31, 49)).epsilon(1e-9));
}

TEST_CASE("rings that cross themselves are filled alike by both") {
    const auto drawn = [](std::vector<shapes::Position> ring) {
        shapes::Region region;
        const std::vector<std::vector<shapes::Position>> rings{std::move(ring)};
        region.add_polygon(rings);
        return map_of("2022-09-11", std::move(region));
    };
    const std::vector<engine::ControlBoundary> maps{
        // A bow tie, a pentagram (its heart wound around twice) and a ring with an inner loop.
        drawn({{30, 48}, {33, 49}, {33, 48}, {30, 49}}),
        drawn({{31.5, 49.5}, {32.4, 47}, {30, 48.6}, {33, 48.6}, {30.6, 47}}),
        drawn({{30, 48},
               {33, 48},
               {33, 49},
               {31, 49},
               {31, 48.5},
               {32, 48.5},
               {32, 49.5},
               {30, 49.5}}),
        drawn({{30, 48},
               {33, 48},
               {33, 50},
               {30, 50},
               {30, 48},
               {31, 49},
               {32, 49},
               {31.5, 48.5},
               {31, 49}}),
    };
    for (const auto& map : maps) {
        const auto measured = shapes::change_area(before().held_at(ControlClass::confirmed),
                                                  map.held_at(ControlClass::confirmed));
        const SelfCheck check =
            check_difference(before(), map, ControlClass::confirmed, measured, true);
        CAPTURE(check.error);
        CHECK(check.ok);
    }
}
