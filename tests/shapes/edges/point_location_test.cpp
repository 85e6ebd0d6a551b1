// SPDX-License-Identifier: MIT
#include "shapes/edges/point_location.hpp"

#include "tests/shapes/edges/edge_lists.hpp"

#include <doctest/doctest.h>

#include <random>

using shapes::Position;
using shapes::Region;
using namespace shapes::edges;

namespace {

/// Crossings of the way east, counted edge by edge, in doubles: for places beside all edges.
int winding_by_definition(Position p, const Region& region) {
    int winding = 0;
    for (const std::uint32_t i : testing::edge_numbers(region)) {
        const Position a = region.positions()[i], b = region.positions()[i + 1];
        if ((a.lat > p.lat) == (b.lat > p.lat)) {
            continue;
        }
        const double x = a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
        winding += x > p.lon ? (b.lat > a.lat ? 1 : -1) : 0;
    }
    return winding;
}

} // namespace

TEST_CASE("winding numbers are those of a ray to the east, whichever of the two is displaced") {
    std::mt19937 random(1);
    const Region region = testing::random_rings(random, 4, 90, 36, 48);
    const Boundary boundary(region);
    const Kernels& loops = kernels(shapes::best_instructions());
    const BoxTree tree(boundary.leaves(), boundary.leaf_count(), loops);
    std::uniform_real_distribution<double> offset(-1.2, 1.2);
    for (int i = 0; i < 2000; ++i) {
        const Position p{36 + offset(random), 48 + offset(random)};
        const int expected = winding_by_definition(p, region);
        CHECK(winding_number(p, boundary, tree, Displaced::place, loops) == expected);
        CHECK(winding_number(p, boundary, tree, Displaced::boundary, loops) == expected);
    }
}

TEST_CASE("winding numbers at a corner: the displacement decides, to the north") {
    Region square;
    square.add_polygon();
    square.add_ring();
    for (const Position p : {Position{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
        square.add(p);
    }
    square.close_ring();
    const Boundary boundary(square);
    const Kernels& loops = kernels(shapes::best_instructions());
    const BoxTree tree(boundary.leaves(), boundary.leaf_count(), loops);
    // Displaced by (ε², ε), the lower left corner goes in and the upper right one out; the
    // boundary displaced instead leaves the lower left corner outside.
    CHECK(winding_number({0, 0}, boundary, tree, Displaced::place, loops) == 1);
    CHECK(winding_number({1, 1}, boundary, tree, Displaced::place, loops) == 0);
    CHECK(winding_number({0, 0}, boundary, tree, Displaced::boundary, loops) == 0);
    CHECK(winding_number({1, 1}, boundary, tree, Displaced::boundary, loops) == 1);
}
