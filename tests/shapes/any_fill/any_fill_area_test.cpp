// SPDX-License-Identifier: MIT
#include "shapes/any_fill/any_fill_area.hpp"

#include "tests/support/brute_force.hpp"
#include "tests/support/from_environment.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/reference_area.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

using shapes::FillRule;
using shapes::Region;

namespace {

void check_against_brute_force(const Region& before, const Region& after, FillRule fill,
                               double extent) {
    const auto expected = testing::brute_force_areas(before, after, fill);
    const auto got = shapes::any_fill_plane_change(before, after, fill);
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

/// So many of a thousand cases; AREACLAIM_CASES asks for more thousands, AREACLAIM_SEED for others.
void random_cases(const testing::RandomDrawing& how, unsigned seed, std::uint64_t of_a_thousand) {
    const std::uint64_t cases =
        of_a_thousand * support::from_environment("AREACLAIM_CASES", 7000) / 1000;
    std::mt19937 random(
        seed + 1000 * static_cast<unsigned>(support::from_environment("AREACLAIM_SEED", 0)));
    for (std::uint64_t i = 0; i < cases; ++i) {
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
    random_cases({.polygons = 1, .holes = 0, .vertices = 6, .grid = 3}, 1, 430);
    random_cases({.polygons = 3, .holes = 2, .vertices = 6, .grid = 4}, 2, 290);
    random_cases({.polygons = 4, .holes = 2, .vertices = 12, .grid = 2}, 3, 140);
    random_cases({.polygons = 2, .holes = 1, .vertices = 20, .grid = 1000}, 4, 30);
}

TEST_CASE("any drawing: scaled and moved, so that no coordinate is exact") {
    random_cases(
        {.polygons = 2, .holes = 1, .vertices = 6, .grid = 4, .scale = 0.1, .origin = 37.3}, 5,
        140);
}

TEST_CASE("any drawing: long rings, many rings, every point on one line") {
    for (const Region& drawn : {support::star(5, 100'000), support::spikes(5, 10'000),
                                support::squares(60, false, 1.0 / 64)}) {
        const double got = shapes::any_fill_area(drawn).m2();
        const double expected = support::reference_area_m2(drawn);
        CHECK(std::abs(got - expected) <= 1e-12 * expected);
    }
    Region flat;
    flat.add_ring();
    for (int i = 0; i < 2000; ++i) {
        flat.add({0.25 * (i * 7919 % 1009), 0.5 * (i * 7919 % 1009)});
    }
    flat.close_ring();
    CHECK(shapes::any_fill_plane_change(flat, flat).before == 0.0);
}
