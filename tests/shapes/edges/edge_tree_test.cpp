// SPDX-License-Identifier: MIT
#include "shapes/edges/edge_tree.hpp"

#include "shapes/validity/input_rings.hpp"
#include "shapes/validity/ring_chains.hpp"

#include "tests/support/brute_force.hpp"
#include "tests/support/generators.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

using shapes::Region;
using shapes::edges::SearchPolicy;

TEST_CASE("edge tree: contacts are the same with and without boxes along the nodes' directions") {
    const auto contacts = [](const Region& drawn, SearchPolicy search) {
        const shapes::validity::InputRings drawing(drawn);
        const shapes::edges::EdgeChains rings = shapes::validity::rings_as_chains(drawing);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (const shapes::edges::Contact& c : shapes::edges::EdgeTree(rings, search).contacts()) {
            pairs.emplace_back(c.first, c.second);
        }
        std::sort(pairs.begin(), pairs.end());
        return pairs;
    };
    std::mt19937 random(6);
    std::size_t found = 0;
    for (int i = 0; i < 48; ++i) {
        CAPTURE(i);
        const Region drawn = testing::random_drawing(
            random, {.polygons = 3, .holes = 1, .vertices = 200, .grid = 1 << (i % 12)});
        const auto plain = contacts(drawn, SearchPolicy::upright);
        CHECK(plain == contacts(drawn, SearchPolicy::oriented));
        CHECK(plain == contacts(drawn, SearchPolicy::automatic));
        found += plain.size();
    }
    CHECK(found > 20'000);
    const Region star = support::star(3, 3000);
    CHECK(contacts(star, SearchPolicy::oriented).empty());
    const Region spiral = support::spiral(20, 100);
    CHECK(contacts(spiral, SearchPolicy::oriented).empty());
}
