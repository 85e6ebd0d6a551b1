// SPDX-License-Identifier: MIT
#include "tools/report/numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace report {
namespace {

// Digits with a comma before every third from the right.
std::string grouped(std::string digits) {
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

constexpr double kLeastShown = 0.0005;

int useful_decimals(double value) {
    const double size = std::abs(value);
    return size < 9.9995 ? 3 : size < 999.995 ? 2 : 1;
}

} // namespace

std::string number(double value, int decimals) {
    if (!std::isfinite(value)) {
        return "-";
    }
    std::array<char, 512> buffer{}; // the largest double has 309 digits
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                            std::abs(value), std::chars_format::fixed, decimals);
    if (error != std::errc{}) {
        return "-";
    }
    const std::string text(buffer.data(), end);
    const std::size_t point = text.find('.');
    const std::string fraction = point == std::string::npos ? "" : text.substr(point);
    const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
    return (value < 0 && !is_zero ? "-" : "") + grouped(text.substr(0, point)) + fraction;
}

std::string count(std::size_t value) {
    return grouped(std::to_string(value));
}

std::string figure(shapes::Area area, AreaUnit unit) {
    const double value = area.km2() / km2_in(unit);
    return std::abs(value) < kLeastShown ? "0" : number(value, useful_decimals(value));
}

std::string signed_figure(shapes::Area area, AreaUnit unit) {
    const std::string text = figure(area, unit);
    return (area.km2() > 0 && text != "0" ? "+" : "") + text;
}

std::string round_figure(double square_kilometres, AreaUnit unit) {
    const double value = square_kilometres / km2_in(unit);
    const double size = std::abs(value);
    return size < kLeastShown ? "0" : number(value, size < 0.9995 ? 3 : size < 9.95 ? 1 : 0);
}

std::string round_area(double square_kilometres, AreaUnit unit) {
    return round_figure(square_kilometres, unit) + ' ' + symbol(unit);
}

std::string percent(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
        return "-";
    }
    if (probability < 0.01) {
        return "<1 %";
    }
    return probability > 0.99 ? ">99 %" : number(100 * probability, 0) + " %";
}

} // namespace report
