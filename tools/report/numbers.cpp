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

std::string km2(double square_kilometres) {
    return square_kilometres == 0 ? "0"
                                  : number(square_kilometres, useful_decimals(square_kilometres));
}

std::string km2(shapes::Area area) {
    return km2(area.km2());
}

std::string signed_km2(shapes::Area area) {
    return (area.km2() > 0 ? "+" : "") + km2(area);
}

std::string round_km2(double square_kilometres) {
    return number(square_kilometres, std::abs(square_kilometres) < 9.95 ? 1 : 0);
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
