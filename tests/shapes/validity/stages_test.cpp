// SPDX-License-Identifier: MIT
#include "shapes/validity/crossing_faults.hpp"
#include "shapes/validity/winding_faults.hpp"

#include "shapes/validity/disjoint_sets.hpp"
#include "shapes/validity/resolve.hpp"
#include "shapes/validity/ring_chains.hpp"
#include "shapes/validity/validate.hpp"
#include "shapes/validity/winding_walk.hpp"
#include "tests/support/brute_force.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <span>
#include <vector>

using shapes::FillRule;
using shapes::Position;
using shapes::ProblemCode;
using shapes::Region;
using namespace shapes::validity;

namespace {

std::vector<ProblemCode> codes(const Examination& found) {
    std::vector<ProblemCode> codes;
    for (const Fault& fault : found.faults) {
        codes.push_back(fault.code);
    }
    return codes;
}

Examination examined(const Region& drawn) {
    return examine(InputRings(drawn));
}

} // namespace

TEST_CASE("disjoint sets: the smaller number stands for the set") {
    DisjointSets sets(5);
    CHECK(sets.join(4, 2));
    CHECK(sets.join(3, 4));
    CHECK(!sets.join(2, 3));
    CHECK(sets.find(4) == 2);
    CHECK(sets.find(0) == 0);
}

TEST_CASE("crossing faults: a bow tie crosses itself, at the place where it does") {
    const Examination found = examined(testing::region_of({{{0, 0, 2, 2, 2, 0, 0, 2}}}));
    CHECK(!found.valid);
    REQUIRE(codes(found) == std::vector{ProblemCode::self_crossing});
    CHECK(found.faults[0].at == Position{1, 1});
    CHECK(!found.simple[0]);
}

TEST_CASE("crossing faults: two polygons with a side in common are one group and not valid") {
    const Examination found =
        examined(testing::region_of({{{0, 0, 1, 0, 1, 1, 0, 1}}, {{1, 0, 2, 0, 2, 1, 1, 1}}}));
    CHECK(!found.valid);
    CHECK(codes(found) == std::vector{ProblemCode::shared_edge});
    CHECK(found.group[0] == found.group[1]);
    CHECK(found.sound[0]);
}

TEST_CASE("crossing faults: directions of simple rings, from their least vertex") {
    const Region drawn = testing::region_of({{{0, 0, 1, 0, 1, 1}}, {{5, 0, 6, 1, 6, 0}}});
    const Examination found = examined(drawn);
    CHECK(found.counter_clockwise[0]);
    CHECK(!found.counter_clockwise[1]);
}

TEST_CASE("winding faults: a hole outside its shell, a shell in a shell") {
    CHECK(codes(examined(testing::region_of({{{0, 0, 1, 0, 1, 1}, {5, 0, 6, 0, 6, 1}}}))) ==
          std::vector{ProblemCode::hole_outside_shell});
    CHECK(codes(examined(testing::region_of({{{0, 0, 9, 0, 9, 9, 0, 9}}, {{3, 3, 4, 3, 4, 4}}}))) ==
          std::vector{ProblemCode::nested_shells});
}

TEST_CASE("winding walk: windings to the left of every run, against a count of all edges") {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        const Region drawn = testing::random_drawing(
            random, {.polygons = 3, .holes = 0, .vertices = 7, .grid = 997});
        const InputRings input(drawn);
        const auto chains = rings_as_chains(input);
        const shapes::edges::EdgeTree tree(chains);
        struct Windings {
            std::vector<int> of;
            void set(std::uint32_t ring, int winding) { of[ring] = winding; }
        } windings{std::vector<int>(input.ring_count(), 0)};
        const auto count = [&](std::uint32_t ring, double x, double y) {
            int winding = 0;
            for (std::uint32_t e = chains.first(ring); e < chains.last(ring); ++e) {
                const Position a = chains.positions[e], b = chains.positions[e + 1];
                if ((a.lat > y) != (b.lat > y) &&
                    a.lon + (y - a.lat) / (b.lat - a.lat) * (b.lon - a.lon) > x) {
                    winding += b.lat > a.lat ? 1 : -1;
                }
            }
            return winding;
        };
        walk_rings(chains, tree, shapes::edges::crossings_in_order(chains, tree.contacts()),
                   windings, [&](std::uint32_t, std::uint32_t, std::span<const Position> run) {
                       const Position p = run[0], q = run[1];
                       const double dx = q.lon - p.lon, dy = q.lat - p.lat;
                       const double length = std::hypot(dx, dy);
                       if (length < 1) {
                           return; // too short to step aside from in doubles
                       }
                       const double x = (p.lon + q.lon) / 2 - 1e-7 * dy / length;
                       const double y = (p.lat + q.lat) / 2 + 1e-7 * dx / length;
                       for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
                           CHECK(windings.of[r] == count(r, x, y));
                       }
                   });
    }
}

TEST_CASE("resolve: sound polygons keep their bits, others are filled by the rule and united") {
    const Region drawn =
        testing::region_of({{{0.1, 0.1, 1.3, 0.2, 0.7, 1.1}}, {{5, 0, 7, 2, 7, 0, 5, 2}}});
    const InputRings input(drawn);
    const auto [resolved, valid] =
        resolved_in_groups(input, examine(input), FillRule::nonzero, Vertices::as_drawn);
    CHECK(!valid);                        // the bow tie crosses itself
    CHECK(resolved.polygon_count() == 3); // the bow tie is two triangles
    CHECK(std::equal(drawn.ring(0).begin(), drawn.ring(0).end(), resolved.ring(0).begin()));
    CHECK(examined(resolved).valid);
    CHECK(examined(oriented_rings(input, examine(input))).counter_clockwise[0]);
    CHECK(examined(
              united(testing::region_of({{{0, 0, 2, 0, 2, 2, 0, 2}}, {{1, 1, 3, 1, 3, 3, 1, 3}}}))
                  .region())
              .valid);
}

namespace {

/// Whether a union of drawn polygons keeps its proof when the vertices are put back.
bool proven_by_overlay(const Region& drawn) {
    const InputRings input(drawn);
    return resolved_in_groups(input, examine(input), FillRule::nonzero, Vertices::as_drawn).valid;
}

} // namespace

TEST_CASE("resolve: neighbours that share whole edges need no second proof, all others do") {
    constexpr double unit = 0x1p-44;
    CHECK(proven_by_overlay(
        testing::region_of({{{0, 0, 1, 0, 1, 1, 0, 1}}, {{1, 0, 2, 0, 2, 1, 1, 1}}})));
    // A vertex on a neighbour's edge, on it but for a rounding, a crossing.
    CHECK(!proven_by_overlay(
        testing::region_of({{{0, 0, 1, 0, 1, 1, 0, 1}}, {{1, 0, 2, 0, 2, 3, 1, 3}}})));
    CHECK(!proven_by_overlay(testing::region_of(
        {{{0, 0, 1, 0, 1, 1, 0, 1}}, {{1, 0, 2, 0, 2, 1, 1, 1}}, {{1 + unit, 0.5, 2, 0, 2, 1}}})));
    CHECK(!proven_by_overlay(
        testing::region_of({{{0, 0, 1, 0, 1, 1, 0, 1}}, {{0.5, 0.5, 2, 0.5, 2, 2, 0.5, 2}}})));
    // Two vertices of one place: 0.1 and the next double are less than a unit apart.
    const double next = std::nextafter(0.1, 1);
    CHECK(!proven_by_overlay(testing::region_of({{{0.1, 0, 1, 0, 1, 1, 0.1, 1}},
                                                 {{1, 0, 2, 0, 2, 1, 1, 1}},
                                                 {{0.1, 0, 0, 0, 0, -1, next, -1}},
                                                 {{next, 0, 0.1, 1, 0, 1}}})));
    // A needle whose far end is two units from its other side.
    CHECK(!proven_by_overlay(
        testing::region_of({{{1, 0, 2, 0, 2, 1, 1, 1}}, {{2, 0, 5, 0, 2.5, 2 * unit, 2, 1}}})));
}

namespace {

/// Neighbours on a grid of cells, some of them shaken: quadrilaterals and triangles that share
/// edges, overlap, or turn inside out, running either way.
Region random_neighbours(std::mt19937& random, double cell) {
    std::uniform_real_distribution<double> shake(-0.45, 0.45);
    constexpr std::size_t kCells = 4;
    const Position origin{30.0 + shake(random), 48.0 + shake(random)};
    std::vector<std::vector<Position>> corners(kCells + 1, std::vector<Position>(kCells + 1));
    for (std::size_t i = 0; i <= kCells; ++i) {
        for (std::size_t j = 0; j <= kCells; ++j) {
            const double by = random() % 3 == 0 ? 1.0 : 0.0;
            corners[i][j] = {origin.lon + cell * (static_cast<double>(i) + by * shake(random)),
                             origin.lat + cell * (static_cast<double>(j) + by * shake(random))};
        }
    }
    Region drawn;
    for (std::size_t i = 0; i < kCells; ++i) {
        for (std::size_t j = 0; j < kCells; ++j) {
            std::vector<Position> ring{corners[i][j], corners[i + 1][j], corners[i + 1][j + 1]};
            if (random() % 3 != 0) {
                ring.push_back(corners[i][j + 1]);
            }
            if (random() % 2 == 0) {
                std::ranges::reverse(ring);
            }
            if (random() % 4 != 0) {
                drawn.add_polygon(std::span(&ring, 1));
            }
        }
    }
    return drawn;
}

} // namespace

TEST_CASE("validate: neighbours of every size, proven by the overlay or not, are valid") {
    std::mt19937 random(9);
    std::size_t by_overlay = 0;
    constexpr std::size_t kRounds = 4'000;
    for (std::size_t round = 0; round < kRounds; ++round) {
        const double cell = std::pow(10.0, -13.0 + 13.0 * static_cast<double>(round) / kRounds);
        const Region drawn = random_neighbours(random, cell);
        CAPTURE(round);
        by_overlay += std::size_t{proven_by_overlay(drawn)};
        const Region region = shapes::validate(drawn).region.region();
        CHECK(examined(region).valid);
    }
    CHECK(by_overlay > kRounds / 2); // else the short way is not what was tested
}

namespace {

/// A square and a triangle that cut each other. No coordinate of theirs is on the grid.
Region cut_pair() {
    return testing::region_of(
        {{{0.1, 0.2, 1.3, 0.2, 1.3, 1.1, 0.1, 1.1}}, {{0.7, 0.7, 2.3, 0.7, 2.3, 1.7}}});
}

std::size_t shared_places(const Region& a, const Region& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a.positions(), [&](Position p) {
        return std::ranges::find(b.positions(), p) != b.positions().end();
    }));
}

} // namespace

TEST_CASE("resolve: vertices are where they were drawn, to the bit, or all on the grid") {
    const Region drawn = cut_pair();
    const InputRings input(drawn);
    const auto resolved = [&](Vertices vertices) {
        return resolved_in_groups(input, examine(input), FillRule::nonzero, vertices).region;
    };
    // Of the outline's eight vertices two are crossings; the ring repeats its first one.
    const Region put_back = resolved(Vertices::as_drawn);
    REQUIRE(put_back.positions().size() == 9);
    CHECK(shared_places(put_back, drawn) >= 6);
    Region on_grid = resolved(Vertices::on_grid);
    CHECK(shared_places(on_grid, drawn) == 0);
    for (const Position p : on_grid.positions()) {
        CHECK(p.lon * 0x1p44 == std::round(p.lon * 0x1p44));
        CHECK(p.lat * 0x1p44 == std::round(p.lat * 0x1p44));
    }
}

TEST_CASE("overlay as drawn: what rounds to 0 from below is put back as well") {
    const Region drawn = testing::region_of({{{-1e-30, -1e-30, 2, 0, 2, 2}}});
    const shapes::Ring ring = drawn.ring(0);
    const auto built = shapes::overlay::overlay_as_drawn(std::span(&ring, 1), {},
                                                         shapes::overlay::InsideRule::a_positive);
    CHECK(built.valid);
    CHECK(std::ranges::count(built.region.positions(), Position{-1e-30, -1e-30}) == 2);
}

TEST_CASE("overlay as drawn: places that the grid makes one get the first, and the proof is gone") {
    const double next = std::nextafter(0.1, 1); // less than a unit of the grid from 0.1
    const Region drawn = testing::region_of({{{0.1, 0, 1, 0, 1, 1}}, {{next, 0, 0, 1, -1, 0}}});
    const std::vector<shapes::Ring> rings{drawn.ring(0), drawn.ring(1)};
    const auto built =
        shapes::overlay::overlay_as_drawn(rings, {}, shapes::overlay::InsideRule::a_positive);
    CHECK(!built.valid);
    CHECK(std::ranges::count(built.region.positions(), Position{next, 0}) == 0);
    // A vertex that falls upon the one before it is gone as well.
    const Region thin = testing::region_of({{{0.1, 0, next, 0, 1, 0, 1, 1}}});
    const shapes::Ring ring = thin.ring(0);
    CHECK(!shapes::overlay::overlay_as_drawn(std::span(&ring, 1), {},
                                             shapes::overlay::InsideRule::a_positive)
               .valid);
}
