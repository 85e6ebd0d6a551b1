// SPDX-License-Identifier: MIT
#include "engine/uncertainty/probability.hpp"

#include "engine/uncertainty/normal.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace engine {
namespace {

/// How many of the places below are enough. Midpoints in θ converge as exp(−(n σ / half)² / 2),
/// for cos θ enters an entire function: ten times half / σ leave nothing. The cap leaves at most
/// one part in its number, as for every monotone function.
int places(double half, double sigma) {
    constexpr double kFewest = 16.0;
    constexpr double kMost = 20000.0;
    return static_cast<int>(std::clamp(std::ceil(10.0 * half / sigma), kFewest, kMost));
}

/// P(S + N < x) for S = mid + half · cos θ, θ uniform, which is the arcsine distribution on
/// [low, high], and N normal of standard deviation sigma.
double below(double x, double low, double high, double sigma) {
    const double mid = std::midpoint(low, high);
    const double half = (high - low) / 2.0;
    if (sigma <= 0.0) {
        if (x <= low || x > high) {
            return x > high ? 1.0 : 0.0;
        }
        return std::acos(std::clamp((mid - x) / half, -1.0, 1.0)) / std::numbers::pi;
    }
    const int n = places(half, sigma);
    double sum = 0.0;
    for (int i = 0; i < n; ++i) {
        const double theta = (i + 0.5) * std::numbers::pi / n;
        sum += normal_below((x - mid - half * std::cos(theta)) / sigma);
    }
    return sum / n;
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
