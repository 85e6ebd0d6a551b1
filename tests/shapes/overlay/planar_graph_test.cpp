// SPDX-License-Identifier: MIT
#include "shapes/overlay/planar_graph.hpp"

#include "shapes/overlay/directions.hpp"
#include "shapes/overlay/nearest_left.hpp"
#include "shapes/overlay/node_index.hpp"
#include "shapes/overlay/polygons.hpp"
#include "shapes/overlay/ray.hpp"
#include "tests/shapes/overlay/stages.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using shapes::Position;
using shapes::Region;
using namespace shapes::overlay;

TEST_CASE("directions stand counter-clockwise from the positive x-axis, as their angles do") {
    std::mt19937 random(1);
    std::uniform_int_distribution<int> at(-4, 4);
    const auto angle = [](Direction d) {
        const double a = std::atan2(static_cast<double>(d.dy), static_cast<double>(d.dx));
        return a < 0 ? a + 8 : a; // any number beyond a turn keeps the order
    };
    for (int i = 0; i < 5000; ++i) {
        const Direction a{at(random), at(random)}, b{at(random), at(random)};
        if ((a.dx == 0 && a.dy == 0) || (b.dx == 0 && b.dy == 0)) {
            continue;
        }
        const bool same = cross(a, b) == 0 && a.dx * b.dx + a.dy * b.dy > 0;
        CHECK((compare_angles(a, b) == 0) == same);
        if (!same) {
            CHECK((compare_angles(a, b) < 0) == (angle(a) < angle(b)));
        }
    }
}

TEST_CASE("node index: places are numbered in the order in which they are first asked for") {
    NodeIndex index(3);
    std::vector<GridPoint> nodes;
    CHECK(index.of({5, 6}, nodes) == 0);
    CHECK(index.of({6, 5}, nodes) == 1);
    CHECK(index.of({5, 6}, nodes) == 0);
    CHECK(nodes.size() == 2);
}

TEST_CASE("planar graph, worked: two squares that overlap have two crossings and two ring starts") {
    const testing::Stages s(
        testing::region_of({{{0, 0, 2, 0, 2, 2, 0, 2}}, {{1, 1, 3, 1, 3, 3, 1, 3}}}));
    CHECK(s.graph.nodes.size() == 4);
    CHECK(s.graph.edge_count() == 6);
    for (HalfEdge h = 0; h < 2 * s.graph.edge_count(); ++h) {
        CHECK(s.graph.origin[s.graph.clockwise[h]] == s.graph.origin[h]); // one vertex star
        const WindingPair left = s.graph.left(h), right = s.graph.left(twin(h));
        CHECK(left.a - right.a == s.graph.depth_delta(h).a);
        CHECK(left.b == 0);
    }
}

TEST_CASE("labels and rays: windings beside every node are those of the noded rings") {
    std::mt19937 random(2);
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        const Region drawn = testing::random_drawing(
            random, {.polygons = 3, .vertices = 7, .grid = 6, .scale = 5 * 0x1p-44, .origin = 36});
        const testing::Stages s(drawn);
        const auto rings = testing::noded_rings(s);
        for (const GridPoint node : s.graph.nodes) {
            // Left by 2⁻¹¹ of a unit and above it by 2⁻²²: no piece comes between, as pieces have
            // ends on the grid and are shorter than 2⁶ units here.
            int expected = 0;
            for (const auto& ring : rings) {
                const Wide far = Wide(1) << 20;
                std::vector<GridPoint> scaled;
                for (const GridPoint p : ring) {
                    scaled.push_back({static_cast<std::int64_t>(far * (p.x - node.x)),
                                      static_cast<std::int64_t>(far * (p.y - node.y))});
                }
                expected += testing::winding_of({scaled}, -2047, 1);
            }
            CHECK(winding_left_of(node, s.chains, s.noding).a == expected);
        }
    }
}

TEST_CASE(
    "nearest boundary on the left: the inner square's corner sees the outer one's west side") {
    const testing::Stages s(
        testing::region_of({{{0, 0, 9, 0, 9, 9, 0, 9}, {3, 3, 3, 6, 6, 6, 6, 3}}}));
    const std::vector<std::uint8_t> all(2 * s.graph.edge_count(), 1);
    const GridPoint corner = s.chains.grid().nearest({3, 3});
    const HalfEdge met = nearest_left(corner, s.chains, s.noding, s.graph, all);
    CHECK(met / 2 == 0); // of the first ring
    CHECK(s.graph.left(met).a == 1);
}

TEST_CASE("polygons: a square with a square hole, both turned as they should be") {
    testing::Stages s(testing::region_of({{{0, 0, 9, 0, 9, 9, 0, 9}, {3, 3, 3, 6, 6, 6, 6, 3}}}));
    const Arrangement arrangement{std::move(s.chains), std::move(s.noding), std::move(s.graph)};
    const Region region = trace_polygons(arrangement, InsideRule::a_positive).take();
    REQUIRE(region.polygon_count() == 1);
    REQUIRE(region.ring_count() == 2);
    const auto twice_area = [](shapes::Ring ring) {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            sum += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
        }
        return sum;
    };
    CHECK(twice_area(region.ring(0)) == 2 * 81.0);
    CHECK(twice_area(region.ring(1)) == -2 * 9.0);
    CHECK(trace_polygons(arrangement, InsideRule::a_negative).region().empty());
}
