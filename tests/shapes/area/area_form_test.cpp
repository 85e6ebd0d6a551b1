// SPDX-License-Identifier: MIT
#include "shapes/area/area_form.hpp"

#include "shapes/area/chain_integral.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "tests/support/reference_area.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

using namespace shapes;

namespace {

/// b² cos φ / (1 − e² sin² φ)² per square radian, in long double: Snyder (1987), p. 16-17.
long double density(long double lat_deg) {
    const long double f = 1 / 298.257223563L, e2 = f * (2 - f), b = 6378137.0L * (1 - f);
    // From the pole: near it, the cosine of a latitude has lost its digits.
    const long double from_pole = (90 - std::abs(lat_deg)) * std::numbers::pi_v<long double> / 180;
    const long double s = std::cos(from_pole), w = 1 - e2 * s * s;
    return b * b * std::sin(from_pole) / (w * w);
}

/// What the form makes of it: G'' times the unit, per square radian.
long double density_of(const AreaForm& form, long double lat_deg) {
    const long double t = lat_deg - static_cast<long double>(form.origin_lat);
    long double sum = 0;
    for (int k = form.degree; k >= 2; --k) {
        sum = sum * t + static_cast<long double>(k * (k - 1)) *
                            static_cast<long double>(form.coefficient[static_cast<std::size_t>(k)]);
    }
    const long double degree = std::numbers::pi_v<long double> / 180;
    return sum * static_cast<long double>(form.unit) / (degree * degree);
}

Region one_ring(const std::vector<Position>& points) {
    Region region;
    region.add_polygon(std::vector<std::vector<Position>>{points});
    return region;
}

void check_area(const Region& region, double allowed) {
    const double expected = support::reference_area_m2(region);
    const double got = ring_area(region.ring(0)).m2();
    // The reference integrates from the equator in long double: 1e-10 m² for small rings.
    CHECK_MESSAGE(std::abs(got - expected) <= allowed * std::abs(expected) + 1e-10, "expected ",
                  expected, ", got ", got);
}

} // namespace

TEST_CASE("the density's error bound holds over every range of latitudes, pole to pole") {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> latitude(-90, 90);
    std::vector<std::pair<double, double>> ranges{
        {-90, 90}, {0, 90}, {44, 53}, {89.9, 90}, {-90, -89.999}, {50, 50}, {-1e-6, 1e-6}};
    for (int i = 0; i < 300; ++i) {
        const double a = latitude(random), b = latitude(random);
        ranges.emplace_back(std::min(a, b), std::max(a, b));
    }
    for (const auto& range : ranges) {
        const double south = range.first, north = range.second; // clang 14 captures no bindings
        CAPTURE(south);
        CAPTURE(north);
        const AreaForm form = authalic_form(south, north);
        REQUIRE(form.degree <= AreaForm::kMaxDegree);
        const long double largest = density(std::clamp(0.0, south, north));
        long double worst = 0;
        for (int i = 0; i <= 400; ++i) {
            const long double lat =
                static_cast<long double>(south) +
                (static_cast<long double>(north) - static_cast<long double>(south)) * i / 400;
            worst = std::max(worst, std::abs(density_of(form, lat) - density(lat)));
        }
        // Besides the interpolation, the coefficients are rounded to doubles, and the node values
        // carry some roundings of sine and cosine.
        CHECK(worst <= (static_cast<long double>(kDensityTolerance) + 60 * 0x1p-53L) * largest);
    }
}

TEST_CASE("the whole ellipsoid has 510,065,621.724 km², and each half of it half") {
    // EPSG/GRS: authalic sphere of WGS84, 5.10065621724089e14 m².
    const Region earth = one_ring({{-180, -90}, {180, -90}, {180, 90}, {-180, 90}});
    CHECK(ring_area(earth.ring(0)).km2() == doctest::Approx(510065621.724089).epsilon(1e-13));
    const Region north = one_ring({{-180, 0}, {180, 0}, {180, 90}, {-180, 90}});
    CHECK(ring_area(north.ring(0)).km2() == doctest::Approx(510065621.724089 / 2).epsilon(1e-13));
}

TEST_CASE("areas of rings with edges of any length, at any latitude, against quadrature") {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> unit(0, 1);
    for (int i = 0; i < 200; ++i) {
        CAPTURE(i);
        const double radius = std::pow(10, -4 + 5 * unit(random));
        const double lat = (90 - radius) * (2 * unit(random) - 1), lon = 360 * unit(random) - 180;
        std::vector<Position> points;
        const int corners = 3 + static_cast<int>(random() % 40);
        for (int k = 0; k < corners; ++k) {
            const double angle = 2 * std::numbers::pi * k / corners;
            const double r = radius * (0.6 + 0.4 * unit(random));
            points.push_back({lon + r * std::cos(angle), lat + r * std::sin(angle)});
        }
        check_area(one_ring(points), 1e-13);
        std::reverse(points.begin(), points.end());
        check_area(one_ring(points), 1e-13);
    }
}

TEST_CASE("a ring of 100,000 edges: rounding does not add up, and no path differs by a bit") {
    std::vector<Position> points;
    constexpr int kCorners = 100'003; // no multiple of eight
    for (int k = 0; k < kCorners; ++k) {
        const double angle = 2 * std::numbers::pi * k / kCorners;
        const double r = 5 * (1 + 0.1 * std::sin(1000 * angle));
        points.push_back({30 + r * std::cos(angle), 50 + r * std::sin(angle)});
    }
    const Region region = one_ring(points);
    check_area(region, 1e-13);
    const AreaForm form = authalic_form(44, 56);
    CompensatedSum scalar;
    add_chain_integral(region.ring(0).data(), kCorners, form, scalar, Instructions::scalar);
    for (const auto set : {Instructions::avx2, Instructions::avx512}) {
        if (available(set)) {
            CompensatedSum sum;
            add_chain_integral(region.ring(0).data(), kCorners, form, sum, set);
            CHECK(sum.value() == scalar.value());
        }
    }
}

TEST_CASE("one edge, scalar, is the loop's edge") {
    const AreaForm form = authalic_form(44, 53);
    const Position edge[2] = {{30.1, 45.2}, {31.7, 52.9}};
    CompensatedSum sum;
    add_chain_integral(edge, 1, form, sum);
    CHECK(form.edge(30.1, 45.2, 31.7, 52.9) == doctest::Approx(sum.value()).epsilon(1e-15));
}
