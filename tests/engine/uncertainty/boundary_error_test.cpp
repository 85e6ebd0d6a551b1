// SPDX-License-Identifier: MIT
#include "engine/uncertainty/boundary_error.hpp"
#include "engine/uncertainty/covariance.hpp"
#include "engine/uncertainty/front.hpp"
#include "engine/uncertainty/random.hpp"
#include "engine/uncertainty/simulate.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/validity/validate.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <vector>

using engine::BoundaryError;
using engine::DisplacementField;
using engine::EdgeSet;
using engine::ErrorModel;
using engine::LocalPlane;
using engine::Measure;
using shapes::Position;
using shapes::ValidRegion;

namespace {

ValidRegion polygon(const std::vector<Position>& shell) {
    shapes::Region region;
    region.add_polygon(std::vector<std::vector<Position>>{shell});
    return shapes::validate(region).region;
}

/// Box whose corners on the equator's side make edges of about 111 km a degree.
ValidRegion box(double west, double south, double east, double north) {
    return polygon({{west, south}, {east, south}, {east, north}, {west, north}});
}

/// A country of 4° by 2° with its front in the east at `front_lon`; its other corners are common.
ValidRegion country(double front_lon) {
    return polygon({{0, -1}, {front_lon, -1}, {front_lon, 1}, {0, 1}});
}

} // namespace

TEST_CASE("nothing moves where the standard deviation is 0 or everything is fixed") {
    const auto before = country(4.0);
    const auto after = country(3.0);
    EdgeSet all(before.region());
    all.add(EdgeSet(after.region()));
    for (const auto model : {ErrorModel::redrawn, ErrorModel::retraced}) {
        CHECK(engine::boundary_error(before, after, Measure::lost, model, {0.0, 10.0}, {})
                  .sigma.km2() == 0.0);
        CHECK(engine::boundary_error(before, after, Measure::net, model, {2.0, 10.0}, all)
                  .sigma.km2() == 0.0);
    }
}

TEST_CASE("a change that moves as one piece keeps its area") {
    // The correlation length is 100 times the region: the whole outline is displaced by one vector.
    const auto before = country(4.0);
    const auto after = country(3.9);
    const DisplacementField rigid{1.0, 50000.0};
    const auto error =
        engine::boundary_error(before, after, Measure::lost, ErrorModel::redrawn, rigid, {});
    // 1 − ρ at 1/100 of the reach is below 1e-3; the strip's sides are 222 km long.
    CHECK(error.sigma.km2() < 1.0);
}

TEST_CASE("a long straight front has the variance of its length times the line integral") {
    // One free edge of 20° along the meridian (2,211 km), the other three fixed: held area, ℓ = 5
    // km.
    const auto map = polygon({{0, -10}, {1, -10}, {1, 10}, {0, 10}});
    EdgeSet sides;
    // Build the fixed set from triangles that contain each of the three other edges.
    for (const auto& [a, b] : {std::pair{Position{0, -10}, Position{1, -10}},
                               std::pair{Position{1, 10}, Position{0, 10}},
                               std::pair{Position{0, 10}, Position{0, -10}}}) {
        shapes::Region edge;
        edge.add_polygon(std::vector<std::vector<Position>>{{a, b, a}});
        sides.add(EdgeSet(edge));
    }
    const DisplacementField field{2.0, 5.0};
    const auto error =
        engine::boundary_error(map, map, Measure::held, ErrorModel::retraced, field, sides);
    const double length = 20.0 * LocalPlane::km_per_degree_lat(0.0);
    const double expected = 2.0 * std::sqrt(std::sqrt(std::numbers::pi) * 5.0 * length);
    // The ends lose less than one reach of 2,200 km (0.3 % of sigma), pieces of ℓ/4 half a percent.
    CHECK(error.sigma.km2() == doctest::Approx(expected).epsilon(0.01));
    CHECK(error.moving_km == doctest::Approx(length).epsilon(0.01));
}

TEST_CASE("a line traced twice opens slivers of sigma over root pi per kilometre") {
    // Two maps that share their front but for a corner far away.
    const std::vector<Position> shared{{0, -1}, {4, -1}, {4, 1}, {0, 1}};
    auto with_corner = shared;
    with_corner.push_back({-0.1, 0.5});
    const auto before = polygon(shared);
    const auto after = polygon(with_corner);
    const auto error =
        engine::boundary_error(before, after, Measure::lost, ErrorModel::retraced, {1.5, 10.0}, {});
    CHECK(error.bias.km2() ==
          doctest::Approx(1.5 * error.shared_km / std::sqrt(std::numbers::pi)).epsilon(1e-12));
    CHECK(error.shared_km > 1000.0); // three sides of the four
    const auto redrawn =
        engine::boundary_error(before, after, Measure::lost, ErrorModel::redrawn, {1.5, 10.0}, {});
    CHECK(redrawn.bias.km2() == 0.0);
    CHECK(redrawn.sigma.km2() < error.sigma.km2());
}

TEST_CASE("the variance of slivers agrees with drawing them") {
    // Ten pieces of 3 km in a row, ℓ = 8 km, unit sigma, against 40,000 draws of the field itself.
    std::vector<engine::FrontPiece> pieces;
    for (int i = 0; i < 10; ++i) {
        pieces.push_back({3.0 * i, 0.0, 0.6, 3.0});
    }
    const double expected = engine::sliver_variance(pieces, 8.0);
    // Cholesky of the 10 × 10 correlations, by hand: independent of SampledField.
    double l[10][10] = {};
    for (int i = 0; i < 10; ++i) {
        for (int j = 0; j <= i; ++j) {
            double sum = engine::correlation(3.0 * (i - j), 8.0);
            for (int k = 0; k < j; ++k) {
                sum -= l[i][k] * l[j][k];
            }
            l[i][j] = i == j ? std::sqrt(sum) : sum / l[j][j];
        }
    }
    engine::NormalSource random(3, 0);
    const int draws = 40000;
    double sum = 0.0;
    double square = 0.0;
    const double length = std::hypot(0.6, 3.0);
    for (int n = 0; n < draws; ++n) {
        double z[10];
        double area = 0.0;
        for (int i = 0; i < 10; ++i) {
            z[i] = random.normal();
            double x = 0.0;
            for (int k = 0; k <= i; ++k) {
                x += l[i][k] * z[k];
            }
            area += length * std::max(0.0, x);
        }
        sum += area;
        square += area * area;
    }
    const double mean = sum / draws;
    const double variance = square / draws - mean * mean;
    // Standard error of the variance of a skewed sample of 40,000: about 1 %; four of them.
    CHECK(variance == doctest::Approx(expected).epsilon(0.04));
    CHECK(mean == doctest::Approx(10 * length / std::sqrt(2 * std::numbers::pi)).epsilon(0.02));
}

TEST_CASE("first order agrees with simulation up to a tenth of the region's width") {
    // A strip of 111 km by 222 km lost, its width (twice the area by the outline) 74 km; ℓ = 40 km.
    const auto before = country(4.0);
    const auto after = country(3.0);
    engine::SimulationOptions options;
    options.runs = 400;
    options.seed = 7;
    for (const double sigma : {1.0, 5.0, 7.0}) {
        const DisplacementField field{sigma, 40.0};
        for (const auto model : {ErrorModel::redrawn, ErrorModel::retraced}) {
            CAPTURE(sigma);
            CAPTURE(name(model));
            const auto error =
                engine::boundary_error(before, after, Measure::net, model, field, {});
            const auto simulated = engine::simulate(before, after, model, field, {}, options);
            // Standard error of a standard deviation of n normal values: σ/√(2n).
            const double standard_error = simulated.net.sigma_km2() / std::sqrt(2.0 * options.runs);
            CHECK(std::abs(simulated.net.sigma_km2() - error.sigma.km2()) < 3.0 * standard_error);

            const auto lost =
                engine::boundary_error(before, after, Measure::lost, model, field, {});
            REQUIRE(lost.first_order_valid);
            const double lost_sigma = simulated.lost.sigma_km2();
            CAPTURE(lost_sigma);
            CAPTURE(lost.sigma.km2());
            CHECK(std::abs(lost_sigma - lost.sigma.km2()) <
                  3.0 * lost_sigma / std::sqrt(2.0 * options.runs));
            const double measured = shapes::change_area(before, after).lost.km2();
            const double bias = simulated.lost.mean_km2() - measured;
            CAPTURE(bias);
            CAPTURE(lost.bias.km2());
            CHECK(std::abs(bias - lost.bias.km2()) < 3.0 * lost_sigma / std::sqrt(options.runs));
        }
    }
}

TEST_CASE("simulation gives the same numbers for any number of threads") {
    const auto before = box(0, 0, 2, 1);
    const auto after = box(0.5, 0, 2, 1);
    engine::SimulationOptions options;
    options.runs = 20;
    const auto one =
        engine::simulate(before, after, ErrorModel::retraced, {1.0, 10.0}, {}, options);
    options.threads = 3;
    const auto three =
        engine::simulate(before, after, ErrorModel::retraced, {1.0, 10.0}, {}, options);
    CHECK(one.lost.km2 == three.lost.km2);
    CHECK(one.held.km2 == three.held.km2);
}
