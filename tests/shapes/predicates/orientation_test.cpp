// SPDX-License-Identifier: MIT
#include "shapes/predicates/orientation.hpp"
#include "shapes/predicates/perturbed.hpp"

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace shapes;

namespace {

using Rational = boost::multiprecision::cpp_rational;

/// Real arithmetic on the doubles, by rationals: the definition itself.
int reference(Position a, Position b, Position c) {
    const Rational ax(a.lon), ay(a.lat), bx(b.lon), by(b.lat), cx(c.lon), cy(c.lat);
    const Rational det = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
    return det > 0 ? 1 : det < 0 ? -1 : 0;
}

double jiggle(double v, int ulps) {
    for (; ulps > 0; --ulps) {
        v = std::nextafter(v, 1e300);
    }
    for (; ulps < 0; ++ulps) {
        v = std::nextafter(v, -1e300);
    }
    return v;
}

} // namespace

TEST_CASE("orientation is the sign of real arithmetic, on points a few ulps off a line") {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> lon(-540, 540), lat(-90, 90), unit(0, 1);
    std::uniform_int_distribution<int> ulps(-2, 2);
    int zeros = 0;
    for (int i = 0; i < 20000; ++i) {
        const double scale = std::pow(10.0, -12 * unit(random) * (i % 2));
        const Position a{lon(random), lat(random)};
        const Position b{a.lon + scale * (unit(random) - 0.5),
                         a.lat + scale * (unit(random) - 0.5)};
        const double t = i % 5 == 0 ? 0.5 : 3 * unit(random) - 1;
        const Position c{jiggle(a.lon + t * (b.lon - a.lon), ulps(random)),
                         jiggle(a.lat + t * (b.lat - a.lat), ulps(random))};
        const int expected = reference(a, b, c);
        zeros += expected == 0;
        REQUIRE(orientation(a, b, c) == expected);
        REQUIRE(orientation_exact(a, b, c) == expected);
        REQUIRE(orientation(b, a, c) == -expected);
        REQUIRE(orientation(b, c, a) == expected);
    }
    CHECK(zeros > 20); // the case that matters was met
}

TEST_CASE("orientation is exact for tiny and for mixed magnitudes") {
    const double tiny = 0x1p-980;
    CHECK(orientation({0, 0}, {tiny, tiny}, {2 * tiny, 2 * tiny}) == 0);
    CHECK(orientation({0, 0}, {tiny, tiny}, {2 * tiny, std::nextafter(2 * tiny, 1.0)}) == 1);
    CHECK(orientation({0, 0}, {540, 90}, {540 * 0x1p-60, 90 * 0x1p-60}) == 0);
    CHECK(orientation({540, 90}, {-540, -90}, {0, tiny}) == -1);
    CHECK(orientation({-540, -90}, {540, 90}, {0, tiny}) == 1);
}

TEST_CASE("the filter's error bound holds, and is not far from what occurs") {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> unit(0, 1);
    double worst = 0;
    for (int i = 0; i < 20000; ++i) {
        const Position a{30 + unit(random), 50 + unit(random)},
            c{30 + unit(random), 50 + unit(random)};
        const double t = unit(random);
        const Position b{a.lon + t * (c.lon - a.lon), a.lat + t * (c.lat - a.lat)};
        const Rational exact =
            (Rational(a.lon) - Rational(c.lon)) * (Rational(b.lat) - Rational(c.lat)) -
            (Rational(a.lat) - Rational(c.lat)) * (Rational(b.lon) - Rational(c.lon));
        const double error =
            std::abs(static_cast<double>(Rational(orientation_estimate(a, b, c)) - exact));
        const double magnitude = std::abs((a.lon - c.lon) * (b.lat - c.lat)) +
                                 std::abs((a.lat - c.lat) * (b.lon - c.lon));
        REQUIRE(error <= kOrientationErrorFactor * magnitude);
        worst = std::max(worst, error / magnitude);
    }
    CHECK(worst > 0.1 * kRoundoff);
}

TEST_CASE("displaced decisions are those of an actual small displacement") {
    // Coordinates on a grid of triangles, so that every degeneracy occurs; the displacement taken
    // for real is far below the grid and large against rounding, and evaluated in rationals.
    std::mt19937_64 random(3);
    std::uniform_int_distribution<int> grid(0, 4);
    const auto place = [&] { return Position{double(grid(random)), double(grid(random))}; };
    const auto moved_side = [](Position p, Position q, Position r, int moved_line) {
        const Rational e(1, 1000);
        const Rational dx = (moved_line != 0 ? -1 : 1) * e * e, dy = (moved_line != 0 ? -1 : 1) * e;
        const Rational px(p.lon), py(p.lat), qx(q.lon), qy(q.lat), rx = r.lon + dx, ry = r.lat + dy;
        const Rational det = (px - rx) * (qy - ry) - (py - ry) * (qx - rx);
        return det > 0 ? 1 : det < 0 ? -1 : 0;
    };
    int crossings = 0;
    for (int i = 0; i < 20000; ++i) {
        const Position a = place(), b = place(), c = place(), d = place();
        const int oc = moved_side(a, b, c, 0), od = moved_side(a, b, d, 0);
        const int oa = moved_side(c, d, a, 1), ob = moved_side(c, d, b, 1);
        REQUIRE(side_of_displaced(a, b, c) == oc);
        REQUIRE(side_of_fixed(c, d, a) == oa);
        const int expected = oc * od < 0 && oa * ob < 0 ? ob : 0;
        REQUIRE(crossing_sign(a, b, c, d) == expected);
        crossings += expected != 0;
    }
    CHECK(crossings > 1000);
}
