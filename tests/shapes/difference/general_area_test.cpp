// SPDX-License-Identifier: MIT
#include "shapes/difference/general_area.hpp"

#include "tests/shapes/difference/brute_force.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using shapes::FillRule;
using shapes::Region;

namespace {

void check_against_brute_force(const Region& before, const Region& after, FillRule fill,
                               double extent) {
    const auto expected = testing::brute_force_areas(before, after, fill);
    const auto got = shapes::general_plane_change(before, after, fill);
    // Rounded crossings: a few ulp of the extent along every edge.
    const double allowed = 1e-13 * extent * extent;
    const auto near = [allowed](double a, long double b) {
        return std::abs(static_cast<long double>(a) - b) <= static_cast<long double>(allowed);
    };
    CHECK_MESSAGE(near(got.before, expected.before), got.before);
    CHECK(near(got.after, expected.after));
    CHECK(near(got.lost, expected.lost));
    CHECK(near(got.gained, expected.gained));
    CHECK(near(got.common, expected.common));
}

void random_cases(const testing::RandomDrawing& how, unsigned seed, int cases) {
    std::mt19937 random(seed);
    for (int i = 0; i < cases; ++i) {
        CAPTURE(seed);
        CAPTURE(i);
        const Region before = testing::random_drawing(random, how);
        const Region after = testing::random_drawing(random, how);
        check_against_brute_force(before, after, FillRule::nonzero, how.grid * how.scale);
        check_against_brute_force(before, after, FillRule::evenodd, how.grid * how.scale);
    }
}

} // namespace

TEST_CASE("any drawing: the general kernel against slab decomposition, every degeneracy") {
    random_cases({.polygons = 1, .holes = 0, .vertices = 6, .grid = 3}, 1, 3000);
    random_cases({.polygons = 3, .holes = 2, .vertices = 6, .grid = 4}, 2, 2000);
    random_cases({.polygons = 4, .holes = 2, .vertices = 12, .grid = 2}, 3, 1000);
    random_cases({.polygons = 2, .holes = 1, .vertices = 20, .grid = 1000}, 4, 200);
}

TEST_CASE("any drawing: scaled and moved, so that no coordinate is exact") {
    random_cases(
        {.polygons = 2, .holes = 1, .vertices = 6, .grid = 4, .scale = 0.1, .origin = 37.3}, 5,
        1000);
}
