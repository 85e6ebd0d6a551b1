// SPDX-License-Identifier: MIT
// Against areas by hand, closed forms, and the oracle of tests/support, which is written apart from
// the room and computes with another library's fractions.
#include "shapes/exact/exact_change.hpp"

#include "tests/support/drawn.hpp"
#include "tests/support/exact_areas.hpp"
#include "tests/support/random_pairs.hpp"
#include "tests/support/reference_area.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using shapes::exact_change_area;
using shapes::FillRule;
using shapes::Position;
using shapes::Region;
using testing::drawn;

namespace {

std::vector<Position> box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

double box_m2(double west, double south, double east, double north) {
    return support::reference_area_m2(drawn({{box(west, south, east, north)}}));
}

void check_close(const std::string& what, shapes::Area got, double expected,
                 double relative = 1e-14) {
    CAPTURE(what);
    CAPTURE(got.m2());
    CAPTURE(expected);
    CHECK(std::abs(got.m2() - expected) <= relative * std::abs(expected));
}

} // namespace

TEST_CASE("exact: two boxes that overlap by half") {
    const auto change =
        exact_change_area(drawn({{box(30, 48, 33, 49)}}), drawn({{box(31, 48, 34, 49)}}));
    REQUIRE(change);
    check_close("lost", change->lost, box_m2(30, 48, 31, 49));
    check_close("gained", change->gained, box_m2(33, 48, 34, 49));
    check_close("common", change->common, box_m2(31, 48, 33, 49));
    check_close("before", change->before, box_m2(30, 48, 33, 49));
    check_close("after", change->after, box_m2(31, 48, 34, 49));
}

TEST_CASE("exact: nothing, the same twice, and a ring with no area") {
    const Region square = drawn({{box(0, 0, 1, 1)}});
    const auto nothing = exact_change_area({}, {});
    REQUIRE(nothing);
    CHECK(nothing->before.m2() == 0);
    const auto same = exact_change_area(square, square);
    REQUIRE(same);
    CHECK(same->lost.m2() == 0);
    CHECK(same->gained.m2() == 0);
    check_close("common", same->common, box_m2(0, 0, 1, 1));
    const Region spike = drawn({{{{0, 0}, {1, 1}, {2, 2}, {1, 1}}}});
    const auto flat = exact_change_area(square, spike);
    REQUIRE(flat);
    CHECK(flat->after.m2() == 0);
    CHECK(flat->common.m2() == 0);
}

TEST_CASE("exact: a sliver of one ulp keeps its digits") {
    // Between two diagonals whose northern ends are one unit in the last place apart: a triangle
    // of half that width, so its area is halved ulp times the closed form per degree.
    const double ulp = std::nextafter(49.0, 50.0) - 49.0;
    const Region low = drawn({{{{30, 48}, {31, 49}, {31, 48}}}});
    const Region high = drawn({{{{30, 48}, {31, 49 + ulp}, {31, 48}}}});
    const auto change = exact_change_area(low, high);
    REQUIRE(change);
    CHECK(change->lost.m2() == 0);
    // ∫₀¹ t·ulp·m(48 + t) dt, m = m² of a square degree, by Simpson's rule on 1,000 pieces.
    const auto m = [](double latitude) {
        return box_m2(0, latitude - 1e-3, 1, latitude + 1e-3) / 2e-3;
    };
    double sum = 0;
    for (int i = 0; i < 100; ++i) {
        const double t = (i + 0.5) / 100;
        sum += t * ulp * m(48 + t) / 100;
    }
    check_close("gained", change->gained, sum, 1e-4);
    CHECK(change->gained.m2() > 0);
}

TEST_CASE("exact: fill rules, holes, and polygons that overlap") {
    const std::vector<Position> pentagram{
        {31.5, 49.5}, {32.4, 47}, {30, 48.6}, {33, 48.6}, {30.6, 47}};
    const Region star = drawn({{pentagram}});
    const auto filled = exact_change_area(star, {}, FillRule::nonzero);
    const auto hollow = exact_change_area(star, {}, FillRule::evenodd);
    REQUIRE(filled);
    REQUIRE(hollow);
    CHECK(filled->lost.m2() > 1.2 * hollow->lost.m2());
    const Region two = drawn({{box(0, 0, 3, 3), box(1, 1, 2, 2)}, {box(2, 0, 4, 3)}});
    const auto united = exact_change_area(two, {});
    REQUIRE(united);
    check_close("united", united->lost, box_m2(0, 0, 4, 3) - box_m2(1, 1, 2, 2));
}

TEST_CASE("exact: a region of interest cuts both") {
    const Region within = drawn({{box(30.5, 47, 33.5, 50)}});
    const auto change = exact_change_area(
        drawn({{box(30, 48, 33, 49)}}), drawn({{box(31, 48, 34, 49)}}), FillRule::nonzero, &within);
    REQUIRE(change);
    check_close("lost", change->lost, box_m2(30.5, 48, 31, 49));
    check_close("gained", change->gained, box_m2(33, 48, 33.5, 49));
}

TEST_CASE("exact: gives up where it would take too long, and on what is no number") {
    const Region square = drawn({{box(0, 0, 1, 1)}});
    CHECK_FALSE(exact_change_area(square, square, FillRule::nonzero, nullptr, 2));
    const Region wrong = drawn({{{{0, 0}, {1, std::numeric_limits<double>::quiet_NaN()}, {1, 1}}}});
    CHECK_FALSE(exact_change_area(square, wrong));
}

TEST_CASE("exact: random pairs of every kind, as the tests' own oracle has them") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const support::Pair pair = support::random_pair(seed);
        if (pair.before.edge_count() + pair.after.edge_count() > 120) {
            continue; // the oracle would take long
        }
        CAPTURE(seed);
        CAPTURE(pair.kind);
        for (const FillRule fill : {FillRule::nonzero, FillRule::evenodd}) {
            const auto got = exact_change_area(pair.before, pair.after, fill);
            const auto expected = support::exact_areas(pair.before, pair.after, fill);
            REQUIRE(got);
            check_close("lost", got->lost, expected.lost);
            check_close("gained", got->gained, expected.gained);
            check_close("common", got->common, expected.common);
        }
    }
}
