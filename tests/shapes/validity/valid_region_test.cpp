// SPDX-License-Identifier: MIT
#include "shapes/types/problem.hpp"
#include "shapes/validity/validate.hpp"

#include "shapes/any_fill/any_fill_area.hpp"
#include "shapes/geos/second_opinion.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"
#include "shapes/validity/problems.hpp"
#include "tests/support/brute_force.hpp"
#include "tests/support/generators.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

using shapes::FillRule;
using shapes::Region;

namespace {

std::string text(const Region& region) {
    std::string out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        out += " polygon";
        for (std::size_t r = region.polygon(p).first; r < region.polygon(p).last; ++r) {
            out += " (";
            for (const auto v : region.ring(r)) {
                out += std::to_string(v.lon) + " " + std::to_string(v.lat) + ", ";
            }
            out += ")";
        }
    }
    return out;
}

double plane_area(const Region& region) {
    return shapes::any_fill_plane_change(region, Region{}).before;
}

/// Whether the drawing is valid; by us and by GEOS.
bool check_decision(const Region& drawn) {
    const shapes::validity::InputRings drawing(drawn);
    if (!drawing.dropped().empty()) {
        return false; // GEOS calls rings without area invalid; we leave them out
    }
    const auto reason = shapes::geos::invalid_reason(drawn);
    const shapes::validity::Examination found = shapes::validity::examine(drawing);
    CHECK_MESSAGE(found.valid == !reason, text(drawn), " GEOS: ", reason.value_or("valid"));
    CHECK_MESSAGE(found.valid == found.faults.empty(), text(drawn));
    return found.valid;
}

} // namespace

TEST_CASE("validity: the decision is that of GEOS isValid, every degeneracy") {
    const testing::RandomDrawing kinds[] = {
        {.polygons = 1, .holes = 0, .vertices = 5, .grid = 3},
        {.polygons = 1, .holes = 1, .vertices = 4, .grid = 4},
        {.polygons = 1, .holes = 3, .vertices = 3, .grid = 4},
        {.polygons = 2, .holes = 0, .vertices = 4, .grid = 3},
        {.polygons = 4, .holes = 0, .vertices = 3, .grid = 3},
        {.polygons = 2, .holes = 1, .vertices = 4, .grid = 5, .scale = 0.1, .origin = 30.1},
    };
    unsigned seed = 1;
    int valid = 0;
    for (const auto& how : kinds) {
        std::mt19937 random(seed++);
        for (int i = 0; i < 3000; ++i) {
            CAPTURE(seed);
            CAPTURE(i);
            valid += check_decision(testing::random_drawing(random, how)) ? 1 : 0;
        }
    }
    CHECK(valid > 5000); // of 18,000: both answers are tried
}

namespace {

/// The region made of a drawing covers what the fill rule says, and is valid to everybody.
void check_resolution(const Region& drawn, FillRule fill, double extent) {
    const shapes::ValidationResult result = shapes::validate(drawn, fill);
    const Region& made = result.region.region();
    const auto expected = testing::brute_force_areas(drawn, Region{}, fill).before;
    double signed_sum = 0; // holes run clockwise and subtract themselves
    for (std::size_t r = 0; r < made.ring_count(); ++r) {
        const shapes::Ring ring = made.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const double west = ring[i].lon - made.ring(0)[0].lon;
            const double east = ring[i + 1].lon - made.ring(0)[0].lon;
            signed_sum += (west + east) / 2 * (ring[i + 1].lat - ring[i].lat);
        }
    }
    // Every boundary is moved by at most 2^-44 degrees, a few times; perimeters are below 100
    // extents.
    const double allowed = 300 * extent * 0x1p-44;
    CHECK_MESSAGE(std::abs(signed_sum - static_cast<double>(expected)) <= allowed, text(drawn),
                  " expected ", static_cast<double>(expected), " got ", signed_sum, " as",
                  text(made));
    const auto reason = shapes::geos::invalid_reason(made);
    CHECK_MESSAGE(!reason, text(drawn), " made", text(made), " GEOS: ", reason.value_or(""));
    CHECK_MESSAGE(shapes::validity::examine(shapes::validity::InputRings(made)).valid, text(drawn),
                  " made", text(made));
}

} // namespace

TEST_CASE("resolution: what the fill rule says, valid for GEOS, both rules, every degeneracy") {
    const testing::RandomDrawing kinds[] = {
        {.polygons = 1, .holes = 0, .vertices = 7, .grid = 3},
        {.polygons = 1, .holes = 2, .vertices = 6, .grid = 4},
        {.polygons = 3, .holes = 1, .vertices = 5, .grid = 4},
        {.polygons = 5, .holes = 2, .vertices = 7, .grid = 1},
        {.polygons = 5, .holes = 2, .vertices = 7, .grid = 2},
        {.polygons = 6, .holes = 1, .vertices = 4, .grid = 6},
        {.polygons = 2, .holes = 1, .vertices = 6, .grid = 5, .scale = 0.1, .origin = 30.1},
    };
    unsigned seed = 100;
    for (const auto& how : kinds) {
        std::mt19937 random(seed++);
        for (int i = 0; i < 1000; ++i) {
            CAPTURE(seed);
            CAPTURE(i);
            const Region drawn = testing::random_drawing(random, how);
            check_resolution(drawn, FillRule::nonzero, how.scale * how.grid);
            check_resolution(drawn, FillRule::evenodd, how.scale * how.grid);
        }
    }
}

TEST_CASE("resolution: vertices that no other edge touches keep their drawn bits") {
    // Two overlapping boxes at coordinates that no power-of-two grid holds. Far corners must stay
    // as drawn: the edges between them are what a map of the next day shares.
    Region drawn;
    drawn.add_polygon(std::vector<std::vector<shapes::Position>>{
        {{30.1, 48.3}, {31.3, 48.3}, {31.3, 49.7}, {30.1, 49.7}}});
    drawn.add_polygon(std::vector<std::vector<shapes::Position>>{
        {{31.1, 48.9}, {32.7, 48.9}, {32.7, 49.1}, {31.1, 49.1}}});
    const auto resolved = shapes::validate(drawn).region.region();
    for (const shapes::Position corner :
         {shapes::Position{30.1, 48.3}, {30.1, 49.7}, {32.7, 48.9}}) {
        const auto all = resolved.positions();
        CHECK(std::find(all.begin(), all.end(), corner) != all.end());
    }
}

TEST_CASE("validity: a ring of 100,000 vertices is proven and kept bit for bit") {
    const Region star = support::star(11, 100'000);
    const shapes::ValidationResult result = shapes::validate(star);
    CHECK(result.problems.empty());
    CHECK(result.region.region() == star);
}

TEST_CASE("validity: the list of problems is cut, and says by how much") {
    Region drawn;
    for (int i = 0; i < 30; ++i) { // each overlaps all the others
        drawn.append(testing::region_of({{{0.01 * i, 0.01 * i, 1 + 0.01 * i, 0.01 * i, 1 + 0.01 * i,
                                           1 + 0.01 * i, 0.01 * i, 1 + 0.01 * i}}}));
    }
    const shapes::ValidationResult result = shapes::validate(drawn);
    REQUIRE(result.problems.size() == shapes::validity::kMaxProblems + 1);
    CHECK(result.problems.back().code == shapes::ProblemCode::not_listed);
    CHECK(result.problems.back().text == "… and 235 more problems, from here on"); // 30·29/2 − 200
}

TEST_CASE("validity: the union of valid regions counts what they share once") {
    const auto square = [](double x) {
        return shapes::validate(testing::region_of({{{x, 0, x + 1, 0, x + 1, 1, x, 1}}})).region;
    };
    CHECK(plane_area(shapes::unite({square(0), square(0.5), square(3)}).region()) ==
          doctest::Approx(2.5).epsilon(1e-12)); // by hand: 1.5 + 1
    CHECK(shapes::unite({}).empty());
    CHECK(shapes::unite({square(0)}).region() == square(0).region());
}

TEST_CASE("validity: a thousand turns, or a thousand copies, are no more work than a few") {
    const auto triangle = testing::region_of({{{30, 50, 32, 50, 31, 51}}}); // 1 square degree
    for (const int times : {2, 3, 4, 5, 999, 1000}) {
        CAPTURE(times);
        Region turns;
        turns.add_polygon();
        turns.add_ring();
        Region copies;
        for (int i = 0; i < times; ++i) {
            turns.add(triangle.ring(0).first(3));
            copies.append(triangle);
        }
        turns.close_ring();
        CHECK(shapes::validity::InputRings(turns).vertices().size() <= 10);
        CHECK(shapes::validity::InputRings(copies).vertices().size() <= 8);
        for (const FillRule fill : {FillRule::nonzero, FillRule::evenodd}) {
            const shapes::ValidationResult turned = shapes::validate(turns, fill);
            const bool filled = fill == FillRule::nonzero || times % 2 != 0;
            CHECK(plane_area(turned.region.region()) == doctest::Approx(filled ? 1 : 0));
            REQUIRE(turned.problems.size() == 1);
            CHECK(turned.problems[0].code == shapes::ProblemCode::self_touching);

            const shapes::ValidationResult copied = shapes::validate(copies, fill);
            CHECK(plane_area(copied.region.region()) == doctest::Approx(1));
            CHECK(copied.problems.size() ==
                  std::min<std::size_t>(static_cast<std::size_t>(times) - 1,
                                        shapes::validity::kMaxProblems + 1));
            CHECK(copied.problems[0].code == shapes::ProblemCode::duplicate_ring);
        }
    }
}
