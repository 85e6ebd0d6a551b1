// SPDX-License-Identifier: MIT
// Edges by their ends and by their place, against looking at every one of them.
#include "engine/uncertainty/edge_grid.hpp"
#include "engine/uncertainty/edge_set.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using engine::EdgeGrid;
using engine::EdgeSet;
using shapes::Position;
using shapes::Region;

namespace {

struct Edge {
    Position a;
    Position b;
};

std::vector<Edge> edges_of(const Region& region) {
    std::vector<Edge> all;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            all.push_back({ring[i], ring[i + 1]});
        }
    }
    return all;
}

/// By the angle at which a segment is seen from its ends, not by the formula of the grid.
double distance(Position p, const Edge& e) {
    const double length = std::hypot(e.b.lon - e.a.lon, e.b.lat - e.a.lat);
    const double from_a = std::hypot(p.lon - e.a.lon, p.lat - e.a.lat);
    const double from_b = std::hypot(p.lon - e.b.lon, p.lat - e.b.lat);
    const bool beyond = from_a * from_a >= from_b * from_b + length * length ||
                        from_b * from_b >= from_a * from_a + length * length;
    const double cross =
        (e.b.lon - e.a.lon) * (p.lat - e.a.lat) - (e.b.lat - e.a.lat) * (p.lon - e.a.lon);
    return beyond ? std::min(from_a, from_b) : std::abs(cross) / length;
}

} // namespace

TEST_CASE("the nearest edge is the nearest of all, as far as a cell reaches") {
    support::Random random(11);
    for (const std::size_t vertices : {3U, 40U, 3000U}) {
        const Region region = support::star(vertices, vertices);
        const auto edges = edges_of(region);
        const double reach = 0.02; // degrees
        const EdgeGrid grid(region, reach);
        int near = 0;
        for (int i = 0; i < 2000; ++i) {
            const Position p{random.between(35.0, 37.3), random.between(47.6, 49.9)};
            double least = std::numeric_limits<double>::infinity();
            for (const Edge& edge : edges) {
                least = std::min(least, distance(p, edge));
            }
            if (least < reach) {
                ++near;
                CHECK(grid.distance(p) == doctest::Approx(least).epsilon(1e-6));
            } else {
                CHECK(grid.distance(p) >= least - 1e-9);
            }
        }
        CHECK(near > 20);
    }
}

TEST_CASE("an edge that runs beside a place is found, and none is invented") {
    const Region region = support::star(5, 500, 0.95);
    const auto edges = edges_of(region);
    const EdgeGrid grid(region, 0.05);
    support::Random random(12);
    for (int i = 0; i < 1000; ++i) {
        const Edge& e = edges[random.below(static_cast<unsigned>(edges.size()))];
        const Position way{e.b.lon - e.a.lon, e.b.lat - e.a.lat};
        const double length = std::hypot(way.lon, way.lat);
        const double aside = random.between(0.0, 0.04);
        const Position middle{(e.a.lon + e.b.lon) / 2 - way.lat / length * aside,
                              (e.a.lat + e.b.lat) / 2 + way.lon / length * aside};
        CHECK(grid.runs_along(middle, way, 0.05));
    }
    // Far outside, and where edges are only of another direction: one straight line, looked at
    // across.
    CHECK_FALSE(grid.runs_along({0.0, 0.0}, {1.0, 0.0}, 0.05));
    CHECK_FALSE(grid.runs_along({400.0, 1e300}, {1.0, 0.0}, 0.05));
    Region box;
    box.add_polygon(std::vector<std::vector<Position>>{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}});
    const EdgeGrid sides(box, 0.05);
    CHECK(sides.runs_along({2.0, 0.02}, {1.0, 0.0}, 0.05));
    CHECK_FALSE(sides.runs_along({2.0, 0.02}, {0.0, 1.0}, 0.05));
    CHECK_FALSE(sides.runs_along({2.0, 0.06}, {1.0, 0.0}, 0.05));
}

TEST_CASE("a grid of nothing has nothing near") {
    const Region none;
    const EdgeGrid grid(none);
    CHECK(std::isinf(grid.distance({1.0, 2.0})));
    CHECK_FALSE(grid.runs_along({1.0, 2.0}, {1.0, 0.0}, 1.0));
}

TEST_CASE("sets of edges: each once, whatever its direction") {
    const Region region = support::star(7, 3000);
    const auto edges = edges_of(region);
    const EdgeSet all(region);
    CHECK(all.size() == edges.size());
    EdgeSet every_third;
    for (std::size_t i = 0; i < edges.size(); i += 3) {
        every_third.add(edges[i].b, edges[i].a);
        every_third.add(edges[i].a, edges[i].b);
    }
    CHECK(every_third.size() == (edges.size() + 2) / 3);
    every_third.add({0.0, 0.0}, {1.0, 1.0});
    EdgeSet both = all;
    both.intersect(every_third);
    EdgeSet sum = all;
    sum.add(every_third);
    CHECK(both.size() == (edges.size() + 2) / 3);
    CHECK(sum.size() == edges.size() + 1);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        CHECK(all.contains(edges[i].b, edges[i].a));
        CHECK(both.contains(edges[i].a, edges[i].b) == (i % 3 == 0));
    }
    CHECK_FALSE(both.contains({0.0, 0.0}, {1.0, 1.0}));
    // The same once rounded to 2⁻⁴⁴ degrees.
    EdgeSet one;
    one.add({1.0, 2.0}, {3.0, 4.0});
    CHECK(one.contains({1.0 + 0x1p-46, 2.0}, {3.0, 4.0}));
    CHECK_FALSE(one.contains({1.0 + 0x1p-43, 2.0}, {3.0, 4.0}));
    both.intersect(EdgeSet());
    CHECK(both.empty());
    CHECK_FALSE(EdgeSet().contains({0.0, 0.0}, {1.0, 1.0}));
}
