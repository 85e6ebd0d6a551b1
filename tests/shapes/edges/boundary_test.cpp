// SPDX-License-Identifier: MIT
#include "shapes/edges/boundary.hpp"
#include "shapes/edges/sorted_edges.hpp"

#include "tests/shapes/edges/edge_lists.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <map>
#include <random>

using shapes::Position;
using shapes::Region;
using shapes::edges::Boundary;

TEST_CASE("boundary: eight edges to a leaf, no leaf across two rings") {
    std::mt19937 random(1);
    Region region = testing::random_rings(random, 1, 19, 0, 0);
    region.append(testing::random_rings(random, 1, 8, 0, 0));
    const Boundary boundary(region);
    REQUIRE(boundary.leaf_count() == 4); // 8 + 8 + 3, 8
    CHECK(boundary.edges_in(0) == 8);
    CHECK(boundary.edges_in(2) == 3);
    CHECK(boundary.edges_in(3) == 8);
    CHECK(boundary.first_edge(3) == 20); // no edge starts at the closing position 19
    CHECK(boundary.path_of_leaf(2) == 0);
    CHECK(boundary.path_of_leaf(3) == 1);
    CHECK(boundary.path_of(18) == 0);
    CHECK(boundary.path_of(20) == 1);
    CHECK(boundary.closed());
    CHECK(boundary.positions() == region.positions().data()); // looked at where they stand
}

TEST_CASE("boundary: pieces, one of them from its last position to its first") {
    const Position line[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const shapes::edges::Piece pieces[] = {{line, 3}, {line, 3, true}};
    const Boundary boundary(pieces);
    REQUIRE(boundary.paths().size() == 2);
    CHECK(!boundary.closed());
    CHECK(boundary.positions()[boundary.paths()[1].first] == line[3]);
    CHECK(boundary.positions()[boundary.paths()[1].end()] == line[0]);
}

TEST_CASE("sorted edges: each edge once, with its own ends") {
    std::mt19937 random(2);
    const Region region = testing::random_rings(random, 5, 37, 30, 50);
    const Boundary boundary(region);
    const shapes::edges::SortedEdges sorted(boundary, region.box());
    const auto leaves = sorted.leaves();
    std::map<std::uint32_t, int> seen;
    for (std::size_t leaf = 0; leaf < sorted.leaf_count(); ++leaf) {
        for (unsigned i = 0; i < 8; ++i) {
            if ((leaves.valid[leaf] >> i & 1U) == 0) {
                continue;
            }
            const std::uint32_t id = leaves.ids[8 * leaf + i];
            const double* packed = leaves.packed + 32 * leaf + i;
            ++seen[id];
            CHECK(packed[0] == region.positions()[id].lon);
            CHECK(packed[8] == region.positions()[id].lat);
            CHECK(packed[16] == region.positions()[id + 1].lon);
            CHECK(packed[24] == region.positions()[id + 1].lat);
        }
    }
    CHECK(seen.size() == region.edge_count());
    for (const auto& [id, times] : seen) {
        CHECK(times == 1);
    }
}
