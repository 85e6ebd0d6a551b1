// SPDX-License-Identifier: MIT
#include "shapes/overlay/noding.hpp"

#include "shapes/overlay/along_edge.hpp"
#include "shapes/overlay/edge_crossings.hpp"
#include "shapes/overlay/edge_intersections.hpp"
#include "shapes/overlay/grid_chains.hpp"
#include "shapes/overlay/hot_pixel.hpp"
#include "shapes/predicates/orientation.hpp"
#include "tests/shapes/overlay/stages.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using shapes::Position;
using shapes::Region;
using namespace shapes::overlay;

namespace {

/// Squares from (0, 0) and from (1, 1), sides of two.
Region two_squares() {
    return testing::region_of({{{0, 0, 2, 0, 2, 2, 0, 2}}, {{1, 1, 3, 1, 3, 3, 1, 3}}});
}

bool share_inner_point(GridPoint p, GridPoint q, GridPoint r, GridPoint s) {
    const auto sides = [](GridPoint a, GridPoint b, GridPoint c, GridPoint d) {
        return sign(orientation_value(a, b, c)) * sign(orientation_value(a, b, d)) < 0;
    };
    return sides(p, q, r, s) && sides(r, s, p, q);
}

bool lies_within(GridPoint c, GridPoint p, GridPoint q) {
    if (c == p || c == q || orientation_value(p, q, c) != 0) {
        return false;
    }
    return c.x >= std::min(p.x, q.x) && c.x <= std::max(p.x, q.x) && c.y >= std::min(p.y, q.y) &&
           c.y <= std::max(p.y, q.y);
}

} // namespace

TEST_CASE("grid chains: rings that fall together on the grid are dropped, others are rounded") {
    const Region drawn =
        testing::region_of({{{0, 0, 2, 0, 2, 2, 0, 2}}, {{1, 1, 1 + 0x1p-50, 1, 1, 1 + 0x1p-50}}});
    const auto rings = testing::Stages::rings_of(drawn);
    const GridChains chains(rings, {});
    REQUIRE(chains.ring_count() == 1);
    CHECK(chains.operand_of_ring(0) == shapes::Operand::a);
    CHECK(chains.grid().position(chains.point(2)) == Position{2, 2});
    CHECK(chains.edge_before(chains.first_point(0)) == chains.last_point(0) - 1);
    CHECK(chains.edge_from(chains.last_point(0)) == chains.first_point(0));
}

TEST_CASE("edge intersections, worked: two squares that overlap cross twice and touch nowhere") {
    const Region drawn = two_squares();
    const auto rings = testing::Stages::rings_of(drawn);
    const GridChains chains(rings, {});
    const EdgeIntersections found = find_intersections(chains, {.crossings_only = true});
    REQUIRE(found.crossings.size() == 2);
    for (const EdgeIntersection& x : found.crossings) {
        const Position at = chains.grid().position(x.at);
        CHECK((at == Position{2, 1} || at == Position{1, 2}));
        // The first one passes from the right of the second to its left.
        CHECK(orientation_value(chains.point(x.second), chains.point(x.second + 1),
                                chains.point(x.first + 1)) > 0);
    }
}

TEST_CASE("hot pixels: the crossing of two edges lies in the pixel that is given for it") {
    std::mt19937_64 random(1);
    std::uniform_int_distribution<std::int64_t> at(-40, 40);
    int crossings = 0;
    for (int i = 0; i < 20'000; ++i) {
        const GridPoint p{at(random), at(random)}, q{at(random), at(random)};
        const GridPoint r{at(random), at(random)}, s{at(random), at(random)};
        if (!share_inner_point(p, q, r, s)) {
            continue;
        }
        ++crossings;
        const GridPoint c = pixel_of_crossing(p, q, r, s);
        // The crossing by rationals: (p·w + (q − p)·n) / w lies in [c − ½, c + ½).
        const Wide n = orientation_value(r, s, p), m = orientation_value(r, s, q), w = n - m;
        const auto in_pixel = [w](Wide numerator, std::int64_t centre) {
            const Wide off = 2 * (numerator - w * centre), whole = w < 0 ? -w : w;
            const Wide signed_off = w < 0 ? -off : off;
            return signed_off >= -whole && signed_off < whole;
        };
        CHECK(in_pixel(w * p.x + n * (q.x - p.x), c.x));
        CHECK(in_pixel(w * p.y + n * (q.y - p.y), c.y));
        CHECK(meets_pixel(p, q, c));
        CHECK(meets_pixel(r, s, c));
    }
    CHECK(crossings > 1000);
}

TEST_CASE("noded edges meet at common ends only, and pass over no vertex") {
    std::mt19937 random(2);
    for (int round = 0; round < 150; ++round) {
        CAPTURE(round);
        const Region drawn = testing::random_drawing(
            random, {.polygons = 3, .vertices = 7, .grid = 6, .scale = 3 * 0x1p-44, .origin = 36});
        if (drawn.empty()) {
            continue;
        }
        const testing::Stages s(drawn);
        std::vector<std::pair<GridPoint, GridPoint>> pieces;
        for (const auto& ring : testing::noded_rings(s)) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                pieces.emplace_back(ring[i], ring[i + 1]);
            }
        }
        for (const auto& [p, q] : pieces) {
            for (const auto& [r, t] : pieces) {
                CHECK(!share_inner_point(p, q, r, t));
                CHECK(!lies_within(r, p, q));
            }
        }
    }
}

TEST_CASE("along an edge: in the order of the way, pixels of one column by the other coordinate") {
    const AlongEdge along({10, 0}, {0, 3}); // to the left and up
    CHECK(along({9, 0}, {8, 1}));
    CHECK(!along({8, 1}, {9, 0}));
    CHECK(along({8, 0}, {8, 1}));
    CHECK(along.main_coordinate({4, 7}) == -4);
}
