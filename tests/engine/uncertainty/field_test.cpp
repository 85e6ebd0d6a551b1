// SPDX-License-Identifier: MIT
#include "engine/uncertainty/field.hpp"
#include "engine/uncertainty/random.hpp"
#include "engine/uncertainty/sampled_field.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using engine::correlation;

TEST_CASE("the correlation is 1 at no distance, falls, and is 0 from its reach on") {
    CHECK(correlation(0.0, 10.0) == 1.0);
    double last = 1.0;
    for (int d = 1; d < 26; ++d) {
        const double now = correlation(d, 10.0);
        CHECK(now < last);
        CHECK(now > 0.0);
        last = now;
    }
    CHECK(correlation(engine::correlation_reach_km(10.0), 10.0) == 0.0);
    CHECK(correlation(1e9, 10.0) == 0.0);
}

TEST_CASE("along a line it integrates to what exp(-(d/l)^2) does: sqrt(pi) l") {
    // Midpoint rule on 1e5 steps of a C2 function: error below 1e-8 of the integral.
    const double reach = engine::correlation_reach_km(7.0);
    const int steps = 100000;
    double sum = 0.0;
    for (int i = 0; i < steps; ++i) {
        sum += correlation((i + 0.5) * reach / steps, 7.0);
    }
    CHECK(2.0 * sum * reach / steps ==
          doctest::Approx(std::sqrt(std::numbers::pi) * 7.0).epsilon(1e-8));
}

TEST_CASE("drawn fields have the standard deviation and the correlations asked for") {
    // Places every 0.7 km along 40 km: most lie between nodes, which are 2.5 km apart.
    std::vector<engine::PlanePoint> places;
    for (int i = 0; i < 58; ++i) {
        places.push_back({0.7 * i, 0.1 * i});
    }
    const engine::DisplacementField field{2.0, 10.0};
    const engine::SampledField sampled(places, field);
    CHECK(sampled.node_count() < places.size());

    const int draws = 20000;
    double square = 0.0;
    double product_near = 0.0;
    double product_cross = 0.0;
    for (int i = 0; i < draws; ++i) {
        engine::NormalSource random(11, static_cast<std::uint64_t>(i));
        const auto d = sampled.draw(random);
        square += d[20].x_km * d[20].x_km;
        product_near += d[20].x_km * d[30].x_km;
        product_cross += d[20].x_km * d[20].y_km;
    }
    // Sampling error of a variance over n draws: sqrt(2/n) = 1 %; four of them, and 1 % that the
    // prediction from nodes may leave out.
    CHECK(square / draws == doctest::Approx(4.0).epsilon(0.05));
    const double distance = std::hypot(7.0, 1.0);
    CHECK(product_near / draws == doctest::Approx(4.0 * correlation(distance, 10.0)).epsilon(0.08));
    CHECK(std::abs(product_cross / draws) < 4.0 * 4.0 / std::sqrt(draws));
}

TEST_CASE("a stream of normals is the same for the same seed and differs for another") {
    engine::NormalSource a(5, 1);
    engine::NormalSource b(5, 1);
    engine::NormalSource c(5, 2);
    const double first = a.normal();
    CHECK(first == b.normal());
    CHECK(first != c.normal());

    // Mean and variance over 1e5: four standard errors are 0.013 and 0.018.
    double sum = 0.0;
    double square = 0.0;
    for (int i = 0; i < 100000; ++i) {
        const double x = a.normal();
        sum += x;
        square += x * x;
    }
    CHECK(std::abs(sum / 1e5) < 0.013);
    CHECK(std::abs(square / 1e5 - 1.0) < 0.018);
}
