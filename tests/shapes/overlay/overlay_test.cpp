// SPDX-License-Identifier: MIT
#include "shapes/overlay/overlay.hpp"

#include "tests/support/from_environment.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/overlay_checks.hpp"

#include <doctest/doctest.h>

#include <string>

using shapes::Region;
using shapes::overlay::InsideRule;
using testing::rings_of;

namespace {

Region square(double west, double south, double side) {
    Region region;
    region.add_polygon();
    region.add_ring();
    region.add({west, south});
    region.add({west + side, south});
    region.add({west + side, south + side});
    region.add({west, south + side});
    region.close_ring();
    return region;
}

/// Units of the grid, for cases that hang on single ones.
constexpr double u = testing::kUnit;

double area(const Region& region) {
    return static_cast<double>(testing::twice_area_in_units(region)) / 2 * u * u;
}

Region of(const Region& a, const Region& b, InsideRule rule) {
    return shapes::overlay::overlay_chains(rings_of(a), rings_of(b), rule).take();
}

} // namespace

TEST_CASE("Two squares that overlap by a quarter, in every rule") {
    const Region a = square(0, 0, 2);
    const Region b = square(1, 1, 2);
    CHECK(area(of(a, b, InsideRule::a_without_b)) == 3);
    CHECK(area(of(a, b, InsideRule::b_without_a)) == 3);
    CHECK(area(of(a, b, InsideRule::a_and_b)) == 1);
    CHECK(area(of(a, b, InsideRule::a_or_b)) == 7);
    CHECK(of(a, b, InsideRule::a_without_b).edge_count() == 6);
    CHECK(of(a, b, InsideRule::a_negative).empty());
}

TEST_CASE("A ring that runs around twice fills once where it is odd, and holes are not filled") {
    Region twice = square(0, 0, 3);
    twice.append(square(1, 1, 1));
    CHECK(area(of(twice, {}, InsideRule::a_nonzero)) == 9);
    CHECK(area(of(twice, {}, InsideRule::a_odd)) == 8);
    const Region holed = of(twice, {}, InsideRule::a_odd);
    CHECK(holed.polygon_count() == 1);
    CHECK(holed.ring_count() == 2);
    CHECK(holed.ring(0).size() == 5);
}

TEST_CASE("Holes that touch: corner to corner in a row they cut a polygon in two") {
    Region holes = square(1, 1, 1);
    holes.append(square(2, 2, 1));
    const Region one = of(square(0, 0, 5), holes, InsideRule::a_without_b);
    CHECK(one.polygon_count() == 1);
    CHECK(one.ring_count() == 3);
    CHECK(!testing::fault_of(one));
    // From side to side the corners separate the inside above from that below.
    Region chain = square(0, 0, 1);
    for (int i = 1; i < 5; ++i) {
        chain.append(square(i, i, 1));
    }
    const Region two = of(square(0, 0, 5), chain, InsideRule::a_without_b);
    CHECK(two.polygon_count() == 2);
    CHECK(two.ring_count() == 2);
    CHECK(area(two) == 20);
}

TEST_CASE("A hole in an island in a hole stands with its own shell") {
    Region rings = square(0, 0, 9);
    for (int i = 1; i < 4; ++i) {
        rings.append(square(i, i, 9 - 2 * i));
    }
    const Region nested = of(rings, {}, InsideRule::a_odd);
    REQUIRE(nested.polygon_count() == 2);
    CHECK(nested.ring_count() == 4);
    CHECK(!testing::fault_of(nested));
    CHECK(area(nested) == 81 - 49 + 25 - 9);
}

TEST_CASE("Nothing, points, spikes and slivers thinner than the grid") {
    CHECK(of({}, {}, InsideRule::a_or_b).empty());
    Region spike;
    spike.add_polygon();
    spike.add_ring();
    spike.add({1, 1});
    spike.add({2, 3});
    spike.add({1, 1});
    spike.add({1.5, 2});
    spike.close_ring();
    CHECK(of(spike, spike, InsideRule::a_or_b).empty());
    Region sliver;
    sliver.add_polygon();
    sliver.add_ring();
    sliver.add({0, 0});
    sliver.add({0.5, u / 4});
    sliver.add({1, 0});
    sliver.close_ring();
    CHECK(of(sliver, {}, InsideRule::a_nonzero).empty());
    CHECK(area(of(square(0, 0, u), {}, InsideRule::a_nonzero)) == u * u);
}

TEST_CASE("A crossing that rounds onto another vertex ends there on both edges") {
    // The diagonals of a square of one unit cross in a corner of four cells.
    Region bow;
    bow.add_polygon();
    bow.add_ring();
    bow.add({0, 0});
    bow.add({u, u});
    bow.add({u, 0});
    bow.add({0, u});
    bow.close_ring();
    for (const InsideRule rule : testing::kAllRules) {
        CHECK(!testing::fault_of(of(bow, square(0, 0, u), rule)));
    }
}

TEST_CASE("Longitudes beyond 512 are computed on a grid twice as coarse") {
    const Region a = square(538, 10, 1);
    const Region b = square(538.25, 10.25, 1);
    CHECK(area(of(a, b, InsideRule::a_and_b)) == 0.5625);
    CHECK(!testing::fault_of(of(a, b, InsideRule::a_without_b)));
    CHECK(area(of(square(-540, -90, 1080), square(-1, -1, 2), InsideRule::a_and_b)) == 4);
}

TEST_CASE("Overlays of degenerate random chains are valid and have the right area") {
    const std::uint64_t cases = support::from_environment("AREACLAIM_CASES", 3000);
    const std::uint64_t first = support::from_environment("AREACLAIM_SEED", 0);
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        const testing::Case c = testing::random_case(seed);
        const bool small = c.a.edge_count() + c.b.edge_count() <= 60;
        const auto fault = testing::overlay_fault(c.a, c.b, small);
        REQUIRE_MESSAGE(!fault, "seed " << seed << ": " << fault.value_or(""));
    }
}

TEST_CASE("Every way to search for edges that meet gives the same overlay") {
    const std::uint64_t cases = support::from_environment("AREACLAIM_CASES", 3000) / 3;
    const std::uint64_t first = support::from_environment("AREACLAIM_SEED", 0);
    for (std::uint64_t seed = first; seed < first + cases; ++seed) {
        const testing::Case c = testing::random_case(seed);
        const auto by = [&](shapes::edges::SearchPolicy search) {
            return shapes::overlay::overlay_chains(rings_of(c.a), rings_of(c.b), testing::kAllRules,
                                                   search);
        };
        const auto upright = by(shapes::edges::SearchPolicy::upright);
        REQUIRE_MESSAGE(by(shapes::edges::SearchPolicy::automatic) == upright, "seed " << seed);
        REQUIRE_MESSAGE(by(shapes::edges::SearchPolicy::oriented) == upright, "seed " << seed);
        REQUIRE_MESSAGE(by(shapes::edges::SearchPolicy::sorted) == upright, "seed " << seed);
    }
    const Region spikes = support::spikes(1, 1000);
    const Region star = support::star(2, 1000);
    for (const Region& other :
         {star, support::spikes(2, 1000, 0.003), support::comb(3, 40, true)}) {
        const auto by = [&](shapes::edges::SearchPolicy search) {
            return shapes::overlay::overlay_chains(rings_of(spikes), rings_of(other),
                                                   testing::kAllRules, search);
        };
        const auto upright = by(shapes::edges::SearchPolicy::upright);
        CHECK(by(shapes::edges::SearchPolicy::oriented) == upright);
        CHECK(by(shapes::edges::SearchPolicy::sorted) == upright);
    }
}
