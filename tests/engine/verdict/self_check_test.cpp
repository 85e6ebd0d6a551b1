// SPDX-License-Identifier: MIT
#include "engine/verdict/self_check.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/engine/boxes.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

using boxes::box;
using boxes::map_of;
using boxes::zone_km2;
using engine::check_difference;
using engine::CheckFinding;
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
    // 4 passes × 1.8e-10° along 16° of boundary: 143 m²; grid and rounding add less than 1 m².
    CHECK(check.bound.m2() ==
          doctest::Approx(4 * 1.8e-10 * 16 * 111319.5 * 111694.0).epsilon(0.01));
    CHECK(check.finding == CheckFinding::agreed);
    CHECK(check.others.empty());
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
    // GEOS on its grid, our other kernel and the exact evaluation were asked, and all differ.
    CHECK(check.finding == CheckFinding::ours_was_wrong);
    REQUIRE(check.others.size() == 3);
    for (const engine::OtherAnswer& other : check.others) {
        CAPTURE(other.method);
        CHECK(other.lost.km2() == doctest::Approx(zone_km2(30, 48, 31, 49)).epsilon(1e-9));
    }
    CHECK(check_difference(before(), after(), ControlClass::confirmed, wrong, false).ok);
}

TEST_CASE("areas that do not add up by a few square metres are noticed without GEOS") {
    auto slightly = ours();
    slightly.gained += shapes::Area::from_m2(10); // 4e-10 of the held area
    const SelfCheck check =
        check_difference(before(), after(), ControlClass::confirmed, slightly, false);
    CHECK_FALSE(check.ok);
    CHECK(check.finding == CheckFinding::ours_was_wrong);
}

TEST_CASE("the bounds are displacement times length of boundary") {
    const auto boxes_of = [](double size) { return box(0, 0, size, size); };
    const engine::CheckBounds one = engine::check_bounds(boxes_of(1), {});
    const engine::CheckBounds ten = engine::check_bounds(boxes_of(5), boxes_of(5));
    CHECK(ten.ours.m2() == doctest::Approx(10 * one.ours.m2()));
    CHECK(ten.second.m2() == doctest::Approx(10 * one.second.m2()));
    // 4 · 1.5 · 2⁻⁴³ + 2⁻⁴⁰ degrees along 4 degrees.
    CHECK(one.ours.m2() == doctest::Approx(1.5916e-12 * 4 * 111319.5 * 111694.0).epsilon(1e-3));
    CHECK(one.residual.m2() == doctest::Approx(3 * one.ours.m2()));
    CHECK(one.second < one.second_on_grid);
    const shapes::Region within = boxes_of(1);
    CHECK(engine::check_bounds(boxes_of(1), {}, &within).ours.m2() ==
          doctest::Approx(3 * one.ours.m2()));
}

TEST_CASE("the residual alone fails where areas do not add up, and a NaN is never ok") {
    auto wrong = ours();
    wrong.common += shapes::Area::from_km2(1);
    const SelfCheck check =
        check_difference(before(), after(), ControlClass::confirmed, wrong, false);
    CHECK_FALSE(check.ok);
    CHECK(check.finding == CheckFinding::ours_was_wrong);
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

namespace {

shapes::Region ring(std::vector<shapes::Position> positions) {
    shapes::Region region;
    const std::vector<std::vector<shapes::Position>> rings{std::move(positions)};
    region.add_polygon(rings);
    return region;
}

/// What must come of a pair that GEOS, or a bound that forgets something, has got wrong: our areas
/// are the true ones, and nothing fails.
void check_no_alarm(const shapes::Region& b, const shapes::Region& a, double lost_km2,
                    double gained_km2) {
    const auto first = map_of("2024-01-01", b);
    const auto second = map_of("2024-01-02", a);
    const auto level = ControlClass::confirmed;
    const auto measured = shapes::change_area(first.held_at(level), second.held_at(level));
    const double allowed = engine::check_bounds(b, a).ours.km2();
    CHECK(std::abs(measured.lost.km2() - lost_km2) <= allowed + 1e-12 * lost_km2);
    CHECK(std::abs(measured.gained.km2() - gained_km2) <= allowed + 1e-12 * gained_km2);
    const SelfCheck check = check_difference(first, second, level, measured, true);
    CAPTURE(check.residual.m2());
    CAPTURE(check.residual_bound.m2());
    CHECK(check.ok);
}

} // namespace

TEST_CASE("edges one unit in the last place apart: GEOS finds nothing lost, and is overruled") {
    const double below = std::nextafter(2.0, 0.0);
    const shapes::Region diamond = ring({{-2, 0}, {0, 2}, {2, 0}, {0, -2}});
    const shapes::Region wing = ring({{2, 0}, {0, below}, {6, 2}});
    const double lost = shapes::ellipsoidal_area(shapes::validate(wing).region).km2();
    const double gained = shapes::ellipsoidal_area(shapes::validate(diamond).region).km2();
    check_no_alarm(wing, diamond, lost, gained); // they share one side but for the ulp
}

TEST_CASE("a spike inwards, out and back on a line: nothing changes, whatever GEOS says") {
    const shapes::Region plain = ring({{1.13, 5.31}, {4.63, 5.31}, {4.63, 8.81}, {1.13, 8.81}});
    const double east = std::nextafter(4.63, 0.0);
    const shapes::Region spike = ring({{1.13, 5.31},
                                       {3.9299999999999997, 8.11},
                                       {1.13, 5.31},
                                       {east, 5.31},
                                       {east, 8.81},
                                       {1.13, 8.81}});
    check_no_alarm(plain, spike, 0.0, 0.0);
}

TEST_CASE("strips thinner than a ten-millionth of a degree: the bound knows their length") {
    // ∫∫ over a strip of height h along a line is h · ∫ m(φ) dλ to first order: 2⁻²⁴ of the area
    // under the line from 20 degrees north, by which the two are compared.
    const double h = 0x1p-24;
    const shapes::Region rising = ring({{0, 0}, {40, 20}, {40, 20 + h}, {0, h}});
    const shapes::Region falling = ring({{0, 20}, {40, 0}, {40, h}, {0, 20 + h}});
    // m² of a square degree, averaged over the latitudes 0 to 20, is the zone's area by degrees.
    const double each = zone_km2(0, 0, 40, 20) / 20 * h;
    const double common = h * h * 40 / 20 / 2 * zone_km2(0, 9.9, 1, 10.1) / 0.2; // a lozenge
    check_no_alarm(rising, falling, each - common, each - common);
}
