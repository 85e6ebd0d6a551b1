// SPDX-License-Identifier: MIT
#include "shapes/change/change_by_part.hpp"

#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/validity/validate.hpp"
#include "tests/support/brute_force.hpp"
#include "tests/support/exact_areas.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using shapes::Area;
using shapes::Part;
using shapes::Region;
using shapes::ValidRegion;

namespace {

ValidRegion valid(const Region& drawn) {
    return shapes::validate(drawn).region;
}

ValidRegion box(double west, double south, double east, double north) {
    return valid(testing::region_of({{{west, south, east, south, east, north, west, north}}}));
}

/// Area of a box on the ellipsoid, from the closed form of the other tests' truth.
double box_m2(double west, double south, double east, double north) {
    return support::exact_areas(box(west, south, east, north).region(), Region{}).before;
}

void check_near(Area got, double expected_m2) {
    CHECK_MESSAGE(std::abs(got.m2() - expected_m2) <= 1e-9 * std::abs(expected_m2) + 1e-3, got.m2(),
                  " m2, expected ", expected_m2);
}

} // namespace

TEST_CASE("parts: each part's share of what was lost, and the rest elsewhere") {
    const ValidRegion before = box(30, 45, 34, 47);
    const ValidRegion after = box(30, 45, 31, 47);
    const std::vector<Part> parts = {{"west", box(29, 44, 32, 48)},
                                     {"middle", box(32, 44, 33, 48)}};
    const shapes::ChangeByPart by = shapes::change_by_part(before, after, parts);
    REQUIRE(by.parts.size() == 2);
    CHECK(by.problems.empty());
    CHECK(by.parts[0].name == "west");
    check_near(by.parts[0].before, box_m2(30, 45, 32, 47));
    check_near(by.parts[0].after, box_m2(30, 45, 31, 47));
    check_near(by.parts[0].lost, box_m2(31, 45, 32, 47));
    check_near(by.parts[0].gained, 0);
    check_near(by.parts[1].lost, box_m2(32, 45, 33, 47));
    check_near(by.elsewhere.lost, box_m2(33, 45, 34, 47));
    check_near(by.elsewhere.before, box_m2(33, 45, 34, 47));
    check_near(by.whole.lost, box_m2(31, 45, 34, 47));
    CHECK(by.adding_up_error() <= shapes::adding_up_bound(before, after, parts));
}

TEST_CASE("parts: what two parts share is told and counted once") {
    const ValidRegion before = box(30, 45, 34, 47);
    const ValidRegion after;
    const std::vector<Part> parts = {{"a", box(29, 44, 32, 48)}, {"b", box(31, 44, 35, 48)}};
    const shapes::ChangeByPart by = shapes::change_by_part(before, after, parts);
    REQUIRE(by.problems.size() == 1);
    CHECK(by.problems[0].code == shapes::ProblemCode::overlap);
    CHECK(by.problems[0].text.find("'b' overlaps 'a'") != std::string::npos);
    CHECK(by.problems[0].at.lon >= 31);
    CHECK(by.problems[0].at.lon <= 32);
    check_near(by.parts[0].lost, box_m2(30, 45, 32, 47));
    check_near(by.parts[1].lost, box_m2(32, 45, 34, 47));
    check_near(by.elsewhere.lost, 0);
    CHECK(by.adding_up_error() <= shapes::adding_up_bound(before, after, parts));
}

TEST_CASE("parts: no parts, empty parts, nothing held") {
    const ValidRegion before = box(30, 45, 34, 47);
    const shapes::ChangeByPart none = shapes::change_by_part(before, {}, {});
    CHECK(none.parts.empty());
    check_near(none.elsewhere.lost, none.whole.lost.m2());
    const std::vector<Part> parts = {{"empty", {}}, {"all", box(0, 0, 90, 90)}};
    const shapes::ChangeByPart empty = shapes::change_by_part(before, {}, parts);
    CHECK(empty.parts[0].lost.m2() == 0.0);
    check_near(empty.parts[1].lost, empty.whole.lost.m2());
    const shapes::ChangeByPart nothing = shapes::change_by_part({}, {}, parts);
    CHECK(nothing.whole.lost.m2() == 0.0);
    CHECK(nothing.parts[1].before.m2() == 0.0);
    CHECK(nothing.adding_up_error().m2() == 0.0);
}

TEST_CASE("parts: random maps and random, overlapping parts add up within the bound") {
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        const testing::RandomDrawing how{
            .polygons = 3, .holes = 1, .vertices = 8, .grid = 6, .scale = 0.3, .origin = 30.1};
        const ValidRegion before = valid(testing::random_drawing(random, how));
        const ValidRegion after = valid(testing::random_drawing(random, how));
        std::vector<Part> parts;
        for (const char* name : {"a", "b", "c"}) {
            parts.push_back({name, valid(testing::random_drawing(random, how))});
        }
        const shapes::ChangeByPart by = shapes::change_by_part(before, after, parts);
        CHECK(by.adding_up_error() <= shapes::adding_up_bound(before, after, parts));
    }
}

TEST_CASE("parts: within a region of interest everything is cut to it") {
    const shapes::ChangeArea change =
        shapes::change_area_within(box(30, 45, 34, 47), box(31, 45, 35, 48), box(30.5, 44, 33, 46));
    check_near(change.before, box_m2(30.5, 45, 33, 46));
    check_near(change.after, box_m2(31, 45, 33, 46));
    check_near(change.lost, box_m2(30.5, 45, 31, 46));
    check_near(change.gained, 0);
}
