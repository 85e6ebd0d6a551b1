// SPDX-License-Identifier: MIT
#include "shapes/edges/chain_walk.hpp"

#include "shapes/edges/chain_crossings.hpp"
#include "shapes/edges/edge_chains.hpp"
#include "shapes/edges/edge_tree.hpp"
#include "shapes/validity/ring_chains.hpp"
#include "tests/support/brute_force.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using shapes::Position;
using shapes::Region;
using namespace shapes::edges;

TEST_CASE("chains: ends that meet have one rank, and edges with a vertex in common are joined") {
    const Position line[] = {{0, 0}, {1, 0}, {1, 1}, {0, 0}};
    const EdgeChains chains{line, {0, 1, 2, 0}, {0, 4}};
    REQUIRE(chains.size() == 1);
    CHECK(chains.closed(0));
    CHECK(chains.joined(0, 1));
    CHECK(chains.joined(0, 2)); // around the ring's end
}

TEST_CASE("crossings along a walk: two squares that overlap meet twice each, in and out") {
    //      +-------+
    //      |   +---|---+       The second square's corner lies in the first one: the first square
    //      |   |   |   |       enters it at (2, 1), on its right side, and leaves it at (1, 2).
    //      +---|---+   |
    //          +-------+
    const Region squares =
        testing::region_of({{{0, 0, 2, 0, 2, 2, 0, 2}}, {{1, 1, 3, 1, 3, 3, 1, 3}}});
    const shapes::validity::InputRings input(squares);
    const EdgeChains chains = shapes::validity::rings_as_chains(input);
    const EdgeTree tree(chains);
    const auto crossings = crossings_in_order(chains, tree.contacts());
    REQUIRE(crossings.size() == 4);
    CHECK(crossings[0].at == Position{2, 1});
    CHECK(crossings[0].chain == 1);
    CHECK(crossings[0].sign == 1); // to the left of the second one: into it
    CHECK(crossings[1].at == Position{1, 2});
    CHECK(crossings[1].sign == -1);
    CHECK(crossings[2].chain == 0);
    CHECK(crossings[2].sign + crossings[3].sign == 0);
}

TEST_CASE("a walk tells every stretch of a chain once, cut where it is crossed") {
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        const Region drawn = testing::random_drawing(random, {.polygons = 2, .vertices = 8});
        const shapes::validity::InputRings input(drawn);
        const EdgeChains chains = shapes::validity::rings_as_chains(input);
        const EdgeTree tree(chains);
        const auto crossings = crossings_in_order(chains, tree.contacts());
        std::size_t next = 0;
        for (std::uint32_t c = 0; c < chains.size(); ++c) {
            const std::size_t first = next;
            while (next < crossings.size() && crossings[next].edge < chains.last(c)) {
                ++next;
            }
            std::size_t passed = 0;
            double length = 0;
            Position at = chains.positions[chains.first(c)];
            walk_chain(
                chains.positions, chains.first(c), chains.last(c),
                std::span(crossings).subspan(first, next - first),
                [&](std::uint32_t, std::span<const Position> run) {
                    CHECK(run.front() == at); // no gap
                    at = run.back();
                    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
                        length +=
                            std::hypot(run[i + 1].lon - run[i].lon, run[i + 1].lat - run[i].lat);
                    }
                },
                [&](const ChainCrossing&) { ++passed; });
            CHECK(passed == next - first);
            CHECK(at == chains.positions[chains.last(c)]);
            double expected = 0;
            for (std::uint32_t e = chains.first(c); e < chains.last(c); ++e) {
                expected += std::hypot(chains.positions[e + 1].lon - chains.positions[e].lon,
                                       chains.positions[e + 1].lat - chains.positions[e].lat);
            }
            CHECK(length == doctest::Approx(expected).epsilon(1e-12));
        }
    }
}
