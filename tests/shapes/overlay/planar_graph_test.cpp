// SPDX-License-Identifier: MIT
#include "shapes/overlay/planar_graph.hpp"

#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/overlay/directions.hpp"
#include "shapes/overlay/left_sweep.hpp"
#include "shapes/overlay/nearest_left.hpp"
#include "shapes/overlay/node_index.hpp"
#include "shapes/overlay/polygons.hpp"
#include "shapes/overlay/ray.hpp"
#include "shapes/overlay/rung.hpp"
#include "tests/shapes/overlay/stages.hpp"
#include "tests/support/generators.hpp"
#include "tests/support/overlay_checks.hpp"

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
    for (const LeftSearch how : {LeftSearch::adaptive, LeftSearch::sweep}) {
        const auto met = nearest_left({&corner, 1}, s.chains, s.noding, s.graph, all, how);
        REQUIRE(met.size() == 1);
        CHECK(met[0] / 2 == 0); // of the first ring
        CHECK(s.graph.left(met[0]).a == 1);
    }
    const GridPoint outmost = s.chains.grid().nearest({0, 9});
    for (const LeftSearch how : {LeftSearch::adaptive, LeftSearch::sweep}) {
        CHECK(nearest_left({&outmost, 1}, s.chains, s.noding, s.graph, all, how) ==
              std::vector<HalfEdge>{kNone});
    }
}

TEST_CASE(
    "rungs: which stands left of which, where they begin at one place or one above the other") {
    const Rung upright{{0, 0}, {0, 10}, 0};
    const Rung leaning{{0, 0}, {5, 10}, 0};
    const Rung later{{-3, 4}, {-1, 10}, 0};
    CHECK(upright.left_of(leaning));
    CHECK_FALSE(leaning.left_of(upright));
    CHECK(later.left_of(upright));
    CHECK_FALSE(upright.left_of(later));
    CHECK_FALSE(upright.left_of(upright));
    CHECK(leaning.left_of(GridPoint{3, 4}));
    CHECK_FALSE(leaning.left_of(GridPoint{2, 4})); // on it
}

TEST_CASE("nearest boundary on the left: the sweep alone, of no places and of one") {
    const testing::Stages s(testing::region_of({{{0, 0, 9, 0, 9, 9, 0, 9}}}));
    const std::vector<std::uint8_t> all(2 * s.graph.edge_count(), 1);
    CHECK(sweep_left({}, s.chains, s.noding, s.graph, all).empty());
    const GridPoint east = s.chains.grid().nearest({9, 4});
    CHECK(sweep_left({&east, 1}, s.chains, s.noding, s.graph, all).at(0) != kNone);
}

TEST_CASE("nearest boundary on the left: tree and sweep meet the same piece from every node") {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        testing::RandomDrawing how;
        how.polygons = 4;
        how.grid = round % 2 == 0 ? 6 : 1000; // all degeneracies, or hardly any
        how.scale = 1.0 / how.grid;
        const testing::Stages s(testing::random_drawing(random, how));
        std::vector<std::uint8_t> bounds(2 * s.graph.edge_count(), 0);
        for (HalfEdge h = 0; h < bounds.size(); ++h) {
            bounds[h] = s.graph.along[h / 2] == (h & ~1U) &&
                                (s.graph.left(h).a != 0) != (s.graph.left(twin(h)).a != 0)
                            ? 1
                            : 0;
        }
        const auto search = [&](LeftSearch by) {
            return nearest_left(s.graph.nodes, s.chains, s.noding, s.graph, bounds, by);
        };
        CHECK(search(LeftSearch::adaptive) == search(LeftSearch::sweep));
    }
}

TEST_CASE("a ring that crosses itself fifty thousand times, in time near its crossings") {
    // One search down the tree for each of the holes met every edge, and every piece of it: a
    // minute here. The area is the oracle's, which sums winding numbers without a polygon.
    const Region tangle = support::tangle(1, 700);
    const Region filled =
        overlay_chains(testing::Stages::rings_of(tangle), {}, InsideRule::a_odd).take();
    CHECK(filled.ring_count() > 20'000);
    const double square_degrees = static_cast<double>(testing::twice_area_in_units(filled)) / 2 *
                                  testing::kUnit * testing::kUnit;
    CHECK(
        square_degrees ==
        doctest::Approx(shapes::any_fill_plane_change(tangle, {}, shapes::FillRule::evenodd).before)
            .epsilon(1e-9));
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
