// SPDX-License-Identifier: MIT
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/area/geodesic_area.hpp"
#include "shapes/projection/geodesic.hpp"
#include "shapes/validity/validate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using shapes::EdgeModel;
using shapes::Position;

namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr double kEarth_km2 = 510065621.724; // WGS84; NIMA TR8350.2, from the authalic radius

using Ring = std::vector<Position>;

Ring closed(Ring ring) {
    ring.push_back(ring.front());
    return ring;
}

double km2(const Ring& ring, EdgeModel edges) {
    return shapes::ring_area(ring, edges).km2();
}

/// Karney's answer for a ring that does not wind around the axis, m².
double proj_m2(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum -= shapes::projection::area_under_geodesic(ring[i], ring[i + 1]);
    }
    return sum;
}

Ring ellipse(double lon, double lat, double width, double height, int edges) {
    Ring ring;
    for (int i = 0; i < edges; ++i) {
        const double t = 2 * std::numbers::pi * i / edges;
        ring.push_back({lon + width * std::cos(t), lat + height * std::sin(t)});
    }
    return closed(ring);
}

/// Area between the parallel and the nearer pole, km²: A/4 (1 − q(φ)/q(90°)) · 2 with q of Snyder
/// (1987), USGS PP 1395, equation 3-12.
double cap_km2(double lat) {
    const double f = 1 / 298.257223563;
    const double e = std::sqrt(f * (2 - f));
    const auto q = [&](double degrees) {
        const double s = std::sin(degrees * kRadians);
        return (1 - e * e) *
               (s / (1 - e * e * s * s) - std::log((1 - e * s) / (1 + e * s)) / (2 * e));
    };
    return kEarth_km2 / 2 * (1 - q(std::abs(lat)) / q(90));
}

} // namespace

TEST_CASE("one short edge, against integration of the geodesic equation") {
    // Runge-Kutta of order 4 with 8 and 16 steps and 32 digits, extrapolated, shooting at the far
    // end; the area under the straight line by quadrature of the closed authalic function. m².
    struct Case {
        Position from, to;
        double correction;
    };
    for (const Case& c : {Case{{0, 5}, {0.45, 5}, -142064.4115044114},
                          Case{{0, 48.5}, {0.1, 48.6}, -33022.42798306988},
                          Case{{0, 48.5}, {-0.3, 48.2}, 890087.6729678501},
                          Case{{0, -60.2}, {0.4, -60}, 751827.8017045955},
                          Case{{0, 30}, {0.02, 30.45}, -73485.31262317344},
                          Case{{0, 0}, {0.45, 0.45}, -19305.48059595994},
                          Case{{0, 60}, {0.4, 60}, -251000.6729624127}}) {
        CAPTURE(c.from.lat);
        const double a = std::abs(c.to.lon - c.from.lon) * kRadians / 2;
        const double b = (c.to.lat - c.from.lat) * kRadians / 2;
        const double bound = shapes::kShortEdgeError_m2 * a * std::pow(a * a + b * b, 3);
        const double rounding = 1e-10 * std::abs(c.correction);
        const double got = shapes::geodesic_correction(c.from, c.to);
        CHECK(std::abs(got - c.correction) <= bound + rounding);
        CHECK(shapes::geodesic_correction(c.to, c.from) ==
              doctest::Approx(-c.correction).epsilon(1e-10));
        CHECK(bound < 1.1e-3);
    }
}

TEST_CASE("rings of short and of long edges, against PROJ") {
    for (const int edges : {12, 100, 1000, 10000}) {
        for (const Position centre : {Position{35, 48}, Position{-60, -70}, Position{10, 1},
                                      Position{179, 30}, Position{0, 84}}) {
            CAPTURE(edges);
            CAPTURE(centre.lat);
            const Ring ring = ellipse(centre.lon, centre.lat, 6, 4, edges);
            const double truth = proj_m2(ring);
            const double got = shapes::ring_area(ring, EdgeModel::geodesic).m2();
            // 1e-12 of the area, and PROJ's own rounding: S12 is some 1e13 m² an edge, and a
            // random walk of roundings of 2^-53 of it.
            CHECK(std::abs(got - truth) <= 1e-12 * std::abs(truth) + 2e-3 * std::sqrt(edges));
        }
    }
}

TEST_CASE("an eighth of the Earth") {
    // Bounded by the equator and two meridians: geodesics, and straight lines as well.
    const Ring octant{{0, 0}, {90, 0}, {90, 90}, {0, 90}, {0, 0}};
    CHECK(km2(octant, EdgeModel::straight) == doctest::Approx(kEarth_km2 / 8).epsilon(1e-11));
    CHECK(km2(octant, EdgeModel::geodesic) == doctest::Approx(kEarth_km2 / 8).epsilon(1e-11));
    // The pole as one position.
    const Ring triangle{{0, 0}, {90, 0}, {0, 90}, {0, 0}};
    CHECK(km2(triangle, EdgeModel::geodesic) == doctest::Approx(kEarth_km2 / 8).epsilon(1e-11));
}

TEST_CASE("the whole Earth, whichever the edges") {
    const Ring earth = closed({{-180, -90}, {180, -90}, {180, 90}, {-180, 90}});
    CHECK(km2(earth, EdgeModel::straight) == doctest::Approx(kEarth_km2).epsilon(1e-11));
    const shapes::Region region = [&] {
        shapes::Region r;
        r.add_polygon(std::vector<Ring>{earth});
        return r;
    }();
    CHECK(shapes::ellipsoidal_area(shapes::validate(region).region, EdgeModel::geodesic).km2() ==
          doctest::Approx(kEarth_km2).epsilon(1e-11));
}

TEST_CASE("a ring around a pole: the cap, less the lens under each geodesic") {
    const double lens_km2 = 900 * 251000.6729624127 / 1e6; // the edge 60°N, 0.4° from above
    for (const double lat : {60.0, -60.0}) {
        CAPTURE(lat);
        Ring parallel;
        for (int i = 0; i <= 900; ++i) {
            parallel.push_back({-180 + 0.4 * i, lat});
        }
        Ring over_the_pole = parallel;
        const double pole = std::copysign(90.0, lat);
        over_the_pole.push_back({180, pole});
        over_the_pole.push_back({-180, pole});
        over_the_pole = closed(over_the_pole);
        const double sign = std::copysign(1.0, lat); // eastward is clockwise around the south pole
        CHECK(km2(over_the_pole, EdgeModel::straight) ==
              doctest::Approx(sign * cap_km2(lat)).epsilon(1e-11));
        CHECK(km2(over_the_pole, EdgeModel::geodesic) ==
              doctest::Approx(sign * (cap_km2(lat) - lens_km2)).epsilon(1e-11));

        // Drawn without the pole: the last edge jumps back by 359.6°, of which the geodesic makes
        // another 0.4° eastward.
        parallel.pop_back();
        const Ring around = closed(parallel);
        CHECK(km2(around, EdgeModel::geodesic) ==
              doctest::Approx(sign * (cap_km2(lat) - lens_km2)).epsilon(1e-11));
        Ring westward = around;
        std::reverse(westward.begin(), westward.end());
        CHECK(km2(westward, EdgeModel::geodesic) ==
              doctest::Approx(-sign * (cap_km2(lat) - lens_km2)).epsilon(1e-11));
    }
}

TEST_CASE("across the antimeridian as anywhere else") {
    const Ring here = ellipse(20, -17, 3, 2, 50);
    const Ring there = ellipse(180, -17, 3, 2, 50); // 177 … 183
    for (const EdgeModel edges : {EdgeModel::straight, EdgeModel::geodesic}) {
        CHECK(km2(there, edges) == doctest::Approx(km2(here, edges)).epsilon(1e-12));
    }
    // Written with -179 for 181 the straight reading is another one; the geodesic is the same.
    Ring wrapped = there;
    for (Position& p : wrapped) {
        p.lon = p.lon > 180 ? p.lon - 360 : p.lon;
    }
    CHECK(km2(wrapped, EdgeModel::geodesic) ==
          doctest::Approx(km2(here, EdgeModel::geodesic)).epsilon(1e-9));
}

TEST_CASE("rings without area") {
    CHECK(km2({}, EdgeModel::geodesic) == 0);
    CHECK(km2({{30, 50}}, EdgeModel::geodesic) == 0);
    CHECK(km2({{30, 50}, {31, 50}, {30, 50}}, EdgeModel::geodesic) == doctest::Approx(0));
}

TEST_CASE("geodesic edges: no instruction set differs by a bit") {
    const Ring ring = ellipse(30, 50, 3, 2, 1003); // no multiple of eight
    const double scalar = shapes::geodesic_change(ring, shapes::Instructions::scalar).m2();
    CHECK(scalar != 0.0);
    for (const auto set : {shapes::Instructions::avx2, shapes::Instructions::avx512}) {
        if (shapes::available(set)) {
            CHECK(shapes::geodesic_change(ring, set).m2() == scalar);
        }
    }
}
