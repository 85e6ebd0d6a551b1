// SPDX-License-Identifier: MIT
#include "engine/uncertainty/covariance.hpp"
#include "engine/uncertainty/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using engine::FrontPiece;
using engine::linear_covariance;
using engine::sliver_variance;

namespace {

using Pieces = std::vector<FrontPiece>;

/// Wendland's function of the distance, its reach 3/2 √π ℓ.
double rho(const FrontPiece& p, const FrontPiece& q, double l) {
    const double t =
        std::hypot(p.x_km - q.x_km, p.y_km - q.y_km) / (1.5 * std::sqrt(std::numbers::pi) * l);
    return t < 1.0 ? (1.0 - t) * (1.0 - t) * (1.0 - t) * (1.0 - t) * (4.0 * t + 1.0) : 0.0;
}

/// Every pair, by the definition.
double linear_by_pairs(const Pieces& a, const Pieces& b, double l) {
    double sum = 0.0;
    for (const FrontPiece& p : a) {
        for (const FrontPiece& q : b) {
            sum += rho(p, q, l) * (p.nx_km * q.nx_km + p.ny_km * q.ny_km);
        }
    }
    return sum;
}

/// Cho & Saul 2009, eq. 6, with the angle between two normals of unit variance.
double sliver_by_pairs(const Pieces& pieces, double l) {
    double sum = 0.0;
    for (const FrontPiece& p : pieces) {
        for (const FrontPiece& q : pieces) {
            const double lengths = std::hypot(p.nx_km, p.ny_km) * std::hypot(q.nx_km, q.ny_km);
            const double r = std::clamp(
                rho(p, q, l) * (p.nx_km * q.nx_km + p.ny_km * q.ny_km) / lengths, -1.0, 1.0);
            const double angle = std::acos(r);
            sum += lengths * (std::sin(angle) + (std::numbers::pi - angle) * std::cos(angle) - 1.0);
        }
    }
    return sum / (2.0 * std::numbers::pi);
}

/// A closed line around (x, y) whose radius changes at random from vertex to vertex.
void add_ring(Pieces& pieces, int vertices, double x, double y, double radius_km, double rough,
              engine::NormalSource& random) {
    std::vector<double> xs, ys;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / vertices;
        const double r = radius_km * std::max(0.1, 1.0 + rough * random.normal());
        xs.push_back(x + r * std::cos(angle));
        ys.push_back(y + r * std::sin(angle));
    }
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const std::size_t j = (i + 1) % xs.size();
        pieces.push_back({(xs[i] + xs[j]) / 2, (ys[i] + ys[j]) / 2, ys[j] - ys[i], xs[i] - xs[j]});
    }
}

Pieces ring(int vertices, double radius_km, double rough, std::uint64_t seed) {
    engine::NormalSource random(seed, 0);
    Pieces pieces;
    add_ring(pieces, vertices, 3.0, -2.0, radius_km, rough, random);
    return pieces;
}

/// Islands strewn over a square.
Pieces islands(int count, double square_km, std::uint64_t seed) {
    engine::NormalSource random(seed, 1);
    Pieces pieces;
    for (int i = 0; i < count; ++i) {
        const double x = square_km * (random.normal() / 4.0);
        const double y = square_km * (random.normal() / 4.0);
        add_ring(pieces, 8, x, y, 0.15, 0.2, random);
    }
    return pieces;
}

} // namespace

TEST_CASE("sums over many pieces are those over every pair of them") {
    struct Case {
        const char* what;
        Pieces pieces;
        double correlation_km;
    };
    const Case cases[] = {
        {"smaller than the correlation length, smooth", ring(1500, 2.0, 0.002, 1), 10.0},
        {"smaller than the correlation length, jagged", ring(1500, 2.0, 0.3, 2), 10.0},
        {"much smaller than it", ring(1200, 0.02, 0.2, 3), 10.0},
        {"some correlation lengths wide", ring(2500, 15.0, 0.1, 4), 5.0},
        {"far larger, jagged", ring(2500, 100.0, 0.05, 5), 8.0},
        {"islands", islands(250, 20.0, 6), 5.0},
        {"few pieces", ring(100, 40.0, 0.2, 7), 10.0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const double linear = linear_by_pairs(c.pieces, c.pieces, c.correlation_km);
        CHECK(linear_covariance(c.pieces, c.pieces, c.correlation_km) ==
              doctest::Approx(linear).epsilon(0.01));
        CHECK(sliver_variance(c.pieces, c.correlation_km) ==
              doctest::Approx(sliver_by_pairs(c.pieces, c.correlation_km)).epsilon(0.01));
        // Two sets: the first half of the pieces against all.
        const Pieces half(c.pieces.begin(),
                          c.pieces.begin() + static_cast<std::ptrdiff_t>(c.pieces.size() / 2));
        const double mixed = linear_by_pairs(half, c.pieces, c.correlation_km);
        const double scale = std::sqrt(linear * linear_by_pairs(half, half, c.correlation_km));
        CHECK(std::abs(linear_covariance(half, c.pieces, c.correlation_km) - mixed) < 0.01 * scale);
    }
}

TEST_CASE("few pieces are summed pair by pair, to rounding") {
    const Pieces few = ring(60, 40.0, 0.2, 8);
    CHECK(linear_covariance(few, few, 10.0) ==
          doctest::Approx(linear_by_pairs(few, few, 10.0)).epsilon(1e-12));
    CHECK(sliver_variance(few, 10.0) == doctest::Approx(sliver_by_pairs(few, 10.0)).epsilon(1e-12));
}

TEST_CASE("pieces all at one place, and none") {
    const Pieces heap(50, FrontPiece{1.0, 2.0, 0.3, 0.4});
    CHECK(linear_covariance(heap, heap, 10.0) == doctest::Approx(50 * 50 * 0.25).epsilon(1e-3));
    CHECK(sliver_variance(heap, 10.0) ==
          doctest::Approx(50 * 50 * 0.25 / 2 * (1 - 1 / std::numbers::pi))
              .epsilon(1e-3)); // variance of max(0, X): 1/2 − 1/2π
    CHECK(linear_covariance({}, heap, 10.0) == 0.0);
    CHECK(sliver_variance({}, 10.0) == 0.0);
}
