// SPDX-License-Identifier: MIT
#include "engine/uncertainty/probability.hpp"
#include "engine/uncertainty/random.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using engine::Band;
using engine::Interval;
using shapes::Area;

namespace {

Interval interval(double low, double high) {
    return {Area::from_km2(low), Area::from_km2(high)};
}

} // namespace

TEST_CASE("a point without error is in the band or not, ends included") {
    const Band band{900, 1100};
    const Area none;
    CHECK(engine::band_probability(interval(900, 900), none, none, band)->consistent == 1.0);
    CHECK(engine::band_probability(interval(1100, 1100), none, none, band)->consistent == 1.0);
    CHECK(engine::band_probability(interval(899, 899), none, none, band)->overstated == 1.0);
    CHECK(engine::band_probability(interval(1101, 1101), none, none, band)->understated == 1.0);
}

TEST_CASE("a point with error follows the normal distribution") {
    // P(|Z| < 1) = 0.682689, P(Z < −1) = 0.158655 (Abramowitz & Stegun, table 26.1).
    const auto p = engine::band_probability(interval(1000, 1000), Area::from_km2(100), Area(),
                                            Band{900, 1100});
    CHECK(p->consistent == doctest::Approx(0.682689).epsilon(1e-6));
    CHECK(p->overstated == doctest::Approx(0.158655).epsilon(1e-5));
    CHECK(p->understated == doctest::Approx(0.158655).epsilon(1e-5));
}

TEST_CASE("a bracket without error follows the arcsine distribution") {
    // P(X < low + t · width) = 2/π · asin √t, in closed form at these t: sin² of 30°, 45° and 60°.
    const auto p = engine::band_probability(interval(1000, 5000), Area(), Area(), Band{2000, 3000});
    CHECK(p->overstated == doctest::Approx(1.0 / 3.0)); // t = ¼
    CHECK(p->consistent == doctest::Approx(1.0 / 6.0)); // t = ½
    CHECK(p->understated == doctest::Approx(0.5));
    const auto beside = engine::band_probability(interval(0, 4000), Area(), Area(), Band{-9, 3000});
    CHECK(beside->overstated == 0.0);
    CHECK(beside->understated == doctest::Approx(1.0 / 3.0)); // t = ¾
}

TEST_CASE("a bracket with error agrees with drawing it, and a bias is taken off") {
    const double bias = 40;
    const Band band{700, 1300};
    for (const double sigma : {0.01, 3.0, 150.0, 2000.0}) {
        CAPTURE(sigma);
        engine::NormalSource random(1, 1);
        const int draws = 200000;
        int in = 0;
        int under = 0;
        for (int i = 0; i < draws; ++i) {
            const double place =
                std::sin(std::numbers::pi / 2 * random.uniform()); // sin² : arcsine
            const double x = 600 + 500 * place * place - bias + sigma * random.normal();
            in += x >= band.low_km2 && x <= band.high_km2 ? 1 : 0;
            under += x < band.low_km2 ? 1 : 0;
        }
        const auto p = engine::band_probability(interval(600, 1100), Area::from_km2(sigma),
                                                Area::from_km2(bias), band);
        // Standard error of a share at 200,000 draws is below 0.0012; four of them.
        CHECK(std::abs(p->consistent - static_cast<double>(in) / draws) < 0.005);
        CHECK(std::abs(p->overstated - static_cast<double>(under) / draws) < 0.005);
        CHECK(p->consistent + p->overstated + p->understated == doctest::Approx(1.0));
    }
}

TEST_CASE("an error that vanishes gives what no error gives") {
    const Band band{650, 900};
    const auto none = engine::band_probability(interval(600, 1100), Area(), Area(), band);
    for (const double sigma : {1e-9, 1e-4, 0.01}) {
        const auto p =
            engine::band_probability(interval(600, 1100), Area::from_km2(sigma), Area(), band);
        // One part in 20,000 from the sum, and √(σ / width) / π from smoothing where the density is
        // infinite: nowhere near these ends.
        CHECK(std::abs(p->overstated - none->overstated) < 1e-4);
        CHECK(std::abs(p->consistent - none->consistent) < 1e-4);
    }
}

TEST_CASE("nothing is said where no map bounds the measurement") {
    CHECK_FALSE(
        engine::band_probability({Area::from_km2(5), std::nullopt}, Area(), Area(), {1, 2}));
}
