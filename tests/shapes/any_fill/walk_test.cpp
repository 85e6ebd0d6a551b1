// SPDX-License-Identifier: MIT
#include "shapes/any_fill/line_walk.hpp"

#include "shapes/any_fill/fill_state.hpp"
#include "shapes/any_fill/place_numbers.hpp"
#include "shapes/edges/chain_crossings.hpp"
#include "tests/support/brute_force.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <random>
#include <vector>

using shapes::FillRule;
using shapes::Position;
using shapes::Region;
using namespace shapes::any_fill;
using shapes::validity::InputRings;

TEST_CASE("place numbers: equal positions have one number, in the order in which they are met") {
    const std::vector<Position> positions = {{1, 2}, {0.0, 5}, {1, 2}, {-0.0, 5}, {3, 4}};
    const PlaceNumbers numbers = number_places(positions);
    CHECK(numbers.of == std::vector<std::uint32_t>{0, 1, 0, 1, 2});
    CHECK(numbers.first == std::vector<std::uint32_t>{0, 1, 4});
}

TEST_CASE("fill state: a shell with a hole, by either rule") {
    const Region drawn = testing::region_of({{{0, 0, 4, 0, 4, 4, 0, 4}, {1, 1, 3, 1, 3, 3, 1, 3}}});
    const InputRings input(drawn);
    for (const FillRule fill : {FillRule::nonzero, FillRule::evenodd}) {
        FillState state(input, fill);
        CHECK(!state.inside().before);
        state.add(0, 1); // within the shell
        CHECK(state.inside().before);
        CHECK(!state.inside().after); // there is no second region
        state.add(1, 1);              // and in the hole
        CHECK(!state.inside().before);
        const std::vector<RingMultiplicity> along_hole = {{1, 1}};
        CHECK(state.inside_across(along_hole, -1).before); // back over the hole's line
        CHECK(!state.inside().before);                     // looking changed nothing
    }
}

TEST_CASE("fill state: a shell drawn twice round is inside by nonzero, outside by evenodd") {
    const Region drawn = testing::region_of({{{0, 0, 4, 0, 0, 4}}});
    const InputRings input(drawn);
    FillState nonzero(input, FillRule::nonzero), evenodd(input, FillRule::evenodd);
    nonzero.add(0, 2);
    evenodd.add(0, 2);
    CHECK(nonzero.inside().before);
    CHECK(!evenodd.inside().before);
}

TEST_CASE("walk: every line is told once, on one of its sides, over all of its length") {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        const Region drawn = testing::random_drawing(random, {.polygons = 3, .vertices = 7});
        const InputRings input(drawn);
        const SharedLines lines(input);
        const shapes::edges::EdgeTree tree(lines.chains());
        FillState state(input, FillRule::nonzero);
        LineWalk walk(lines, tree,
                      shapes::edges::crossings_in_order(lines.chains(), tree.contacts()), state);
        std::map<std::uint32_t, double> left, right;
        walk.walk([&](std::uint32_t chain, bool on_left, std::span<const Position> run) {
            for (std::size_t i = 0; i + 1 < run.size(); ++i) {
                (on_left ? left : right)[chain] +=
                    std::hypot(run[i + 1].lon - run[i].lon, run[i + 1].lat - run[i].lat);
            }
        });
        CHECK(!state.inside().before); // back outside
        for (std::uint32_t c = 0; c < lines.chains().size(); ++c) {
            double length = 0;
            for (std::uint32_t e = lines.chains().first(c); e < lines.chains().last(c); ++e) {
                const Position p = lines.chains().positions[e], q = lines.chains().positions[e + 1];
                length += std::hypot(q.lon - p.lon, q.lat - p.lat);
            }
            // On the way there or on the way back, not on both.
            CHECK(left[c] + right[c] == doctest::Approx(length).epsilon(1e-12));
        }
    }
}
