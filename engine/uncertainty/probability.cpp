// SPDX-License-Identifier: MIT
#include "engine/uncertainty/probability.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {
namespace {

double normal_below(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

/// Antiderivative of the normal distribution function: z Φ(z) + φ(z).
double normal_below_integral(double z) {
    const double density = std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
    return z * normal_below(z) + density;
}

/// P(U + N < x) for U uniform on [low, high] and N normal of standard deviation sigma.
double below(double x, double low, double high, double sigma) {
    const double width = high - low;
    if (sigma <= 0.0) {
        if (width <= 0.0) {
            return low < x ? 1.0 : 0.0;
        }
        return std::clamp((x - low) / width, 0.0, 1.0);
    }
    // A bracket far narrower than sigma would divide two rounding errors by each other.
    if (width < 1e-6 * sigma) {
        return normal_below((x - (low + high) / 2) / sigma);
    }
    const double integral =
        normal_below_integral((x - low) / sigma) - normal_below_integral((x - high) / sigma);
    return std::clamp(sigma * integral / width, 0.0, 1.0);
}

} // namespace

std::optional<Probability> band_probability(const Interval& measured, shapes::Area sigma,
                                            shapes::Area correction, const Band& band) {
    if (!measured.low || !measured.high) {
        return std::nullopt;
    }
    const double low = (*measured.low - correction).km2();
    const double high = (*measured.high - correction).km2();
    const double under_band = below(band.low_km2, low, high, sigma.km2());
    // "Not above" includes the band's end itself: the next number after it for a point without
    // error.
    const double not_above = below(std::nextafter(band.high_km2, HUGE_VAL), low, high, sigma.km2());
    Probability p;
    p.overstated = under_band;
    p.understated = 1.0 - not_above;
    p.consistent = std::max(0.0, not_above - under_band);
    return p;
}

} // namespace engine
