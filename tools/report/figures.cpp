// SPDX-License-Identifier: MIT
#include "tools/report/figures.hpp"

#include <algorithm>
#include <cmath>

namespace report {
namespace {

bool is_whole(double value) {
    constexpr double kWhole = 1e-9; // of itself: what a unit's conversion may leave
    return std::abs(value - std::round(value)) <= kWhole * std::abs(value);
}

/// Without an error, the digits that a reader can use.
double digits_step(double value) {
    const double size = std::abs(value);
    return size >= 99.95 ? 1.0 : size >= 0.9995 ? 0.1 : 0.001;
}

/// The same, and none behind the point of what is whole, such as "12 square kilometres".
double plain_step(double value) {
    return is_whole(value) ? 1.0 : digits_step(value);
}

int decimals_of(double step) {
    return step >= 1.0 ? 0 : static_cast<int>(std::lround(-std::log10(step)));
}

} // namespace

double step_of(double sigma) {
    if (!(sigma > 0.0) || !std::isfinite(sigma)) {
        return 0.0;
    }
    const double first = std::floor(std::log10(sigma));
    const double three = std::round(sigma / std::pow(10.0, first - 2.0));
    return std::pow(10.0, three <= 354.0 ? first - 1.0 : first);
}

std::string Figures::number(double value, double step) const {
    return language_.digits(std::round(value / step) * step, decimals_of(step));
}

std::string Figures::with_unit(const std::string& number) const {
    return language_.text("figure.area", {{"number", number},
                                          {"unit", language_.text(std::string("symbol.") +
                                                                  name(settled(unit_, "")))}});
}

std::string Figures::words(shapes::Area area, OptionalArea sigma) const {
    const double value = in_unit(area);
    const double known = sigma ? step_of(in_unit(*sigma)) : 0.0;
    return with_unit(number(value, std::max(known, plain_step(value))));
}

std::string Figures::plus_minus(shapes::Area area, OptionalArea sigma) const {
    if (!sigma || step_of(in_unit(*sigma)) == 0.0) {
        return words(area);
    }
    const double value = in_unit(area);
    const double step = std::max(step_of(in_unit(*sigma)), plain_step(value));
    return with_unit(number(value, step) + " ± " + number(in_unit(*sigma), step));
}

std::string Figures::range(double low, double high, double step) const {
    const std::string first = number(low, step);
    const std::string last = number(high, step);
    return first == last
               ? with_unit(first)
               : language_.text(
                     "figure.between",
                     {{"low", first},
                      {"high", last},
                      {"unit", language_.text(std::string("symbol.") + name(settled(unit_, "")))}});
}

std::string Figures::words(const engine::Interval& interval, OptionalArea sigma) const {
    const auto& [low, high] = interval;
    if (low && high) {
        const double known = sigma ? step_of(in_unit(*sigma)) : 0.0;
        const double a = in_unit(*low);
        const double b = in_unit(*high);
        const double plain =
            is_whole(a) && is_whole(b) ? 1.0 : digits_step(std::max(std::abs(a), std::abs(b)));
        return range(a, b, std::max(known, plain));
    }
    return low    ? language_.text("words.at_least", {{"area", words(*low, sigma)}})
           : high ? language_.text("words.at_most", {{"area", words(*high, sigma)}})
                  : language_.text("words.any");
}

std::string Figures::words(const engine::Band& band) const {
    return words(engine::Interval{shapes::Area::from_km2(band.low_km2),
                                  shapes::Area::from_km2(band.high_km2)});
}

} // namespace report
