// SPDX-License-Identifier: MIT
#include "engine/verdict/decide.hpp"

#include "engine/uncertainty/normal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace engine {
namespace {

/// Probability that a value drawn around `centre` lies below `limit`; without error 0 or 1, and an
/// end of a band belongs to the band.
double below(double limit, double centre, double sigma) {
    return sigma > 0.0 ? normal_below((limit - centre) / sigma) : centre < limit ? 1.0 : 0.0;
}
double above(double limit, double centre, double sigma) {
    return sigma > 0.0 ? normal_below((centre - limit) / sigma) : centre > limit ? 1.0 : 0.0;
}

/// A closed interval in km².
struct Ends {
    double low, high;
};

/// Whether the end of the bracket that is farther from the band would surely be judged otherwise.
bool answers_differ(const Ends& m, double sigma, const Band& band, const Thresholds& limits) {
    const double p = limits.sure_probability;
    return below(band.low_km2, m.low, sigma) >= p || above(band.high_km2, m.high, sigma) >= p;
}

/// Whether the error alone could carry the measurement over more than a reader would call close.
bool too_rough(const Ends& m, double sigma, const StatedBand& stated, const Band& band,
               const Thresholds& limits) {
    const double surely_inside =
        1.0 - below(band.low_km2, m.low, sigma) - above(band.high_km2, m.high, sigma);
    if (surely_inside >= limits.decide_probability) {
        return false;
    }
    // The error that is exceeded with 1 − decide_probability: Φ⁻¹ is not in the standard library,
    // so the question is put the other way round.
    const double most = limits.rough_share * std::abs(stated.figure_km2);
    return above(most, 0.0, sigma) > 1.0 - limits.decide_probability;
}

} // namespace

OpenEnd open_end(std::string_view hedge) {
    if (hedge == "more_than" || hedge == "at_least") {
        return OpenEnd::above;
    }
    if (hedge == "less_than" || hedge == "up_to") {
        return OpenEnd::below;
    }
    return OpenEnd::none;
}

Band StatedBand::compared(const Thresholds& limits) const {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const double margin = exact ? 0.0 : limits.least_margin * std::abs(figure_km2);
    Band band{std::min(lenient.low_km2, figure_km2 - margin),
              std::max(lenient.high_km2, figure_km2 + margin)};
    if (open == OpenEnd::above) {
        band.high_km2 = kInfinity;
    } else if (open == OpenEnd::below) {
        band.low_km2 = -kInfinity;
    }
    return band;
}

Side side_of(const Interval& measured, const Band& band) {
    const auto& [low, high] = measured;
    if (high && high->km2() < band.low_km2) {
        return Side::below;
    }
    if (low && low->km2() > band.high_km2) {
        return Side::above;
    }
    const bool inside = low && high && low->km2() >= band.low_km2 && high->km2() <= band.high_km2;
    return inside ? Side::inside : Side::across;
}

Decision decide(const Interval& measured, shapes::Area sigma, const StatedBand& stated,
                const Thresholds& limits) {
    using Why = Decision::Why;
    if (!measured.low || !measured.high) {
        return {Verdict::undecidable, Why::unbounded};
    }
    const Band band = stated.compared(limits);
    const Ends m{measured.low->km2(), measured.high->km2()};
    const double error = sigma.km2();
    if (below(band.low_km2, m.high, error) >= limits.decide_probability) {
        return {Verdict::overstated, Why::apart};
    }
    if (above(band.high_km2, m.low, error) >= limits.decide_probability) {
        return {Verdict::understated, Why::apart};
    }
    if (answers_differ(m, error, band, limits)) {
        return {Verdict::undecidable, Why::too_wide};
    }
    if (too_rough(m, error, stated, band, limits)) {
        return {Verdict::undecidable, Why::too_rough};
    }
    const bool far = (stated.open == OpenEnd::above && m.low > stated.lenient.high_km2) ||
                     (stated.open == OpenEnd::below && m.high < stated.lenient.low_km2);
    return {Verdict::consistent,
            side_of(measured, band) == Side::inside ? Why::inside : Why::within_error, far};
}

} // namespace engine
