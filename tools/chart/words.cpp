// SPDX-License-Identifier: MIT
#include "tools/chart/words.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace chart {
namespace {

// The first `count` letters; bytes of a letter stay together.
std::string first_letters(const std::string& utf8, std::size_t count) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const bool begins_letter = (static_cast<unsigned char>(utf8[i]) & 0xC0U) != 0x80U;
        if (begins_letter && letters++ == count) {
            return utf8.substr(0, i);
        }
    }
    return utf8;
}

} // namespace

std::string Words::number(double value) const {
    if (!std::isfinite(value)) {
        return "–";
    }
    std::array<char, 400> buffer{}; // the largest double has 309 digits
    std::snprintf(buffer.data(), buffer.size(), "%.3f", std::abs(value));
    std::string digits = buffer.data();
    const std::size_t point = digits.find('.');
    std::string fraction = digits.substr(point + 1);
    digits.resize(point);
    fraction.resize(fraction.find_last_not_of('0') + 1);
    const bool is_zero = digits == "0" && fraction.empty();
    for (std::size_t at = point; at > 3; at -= 3) {
        digits.insert(at - 3, thousands);
    }
    return (value < 0 && !is_zero ? "−" : "") + digits +
           (fraction.empty() ? "" : decimal + fraction);
}

std::string Words::short_day(engine::Date day) const {
    const std::chrono::year_month_day ymd(day.days());
    const std::size_t month = static_cast<unsigned>(ymd.month()) - 1;
    return std::to_string(static_cast<unsigned>(ymd.day())) + " " +
           (month < months.size() ? first_letters(months[month], 3) : std::to_string(month + 1));
}

std::string Words::day_and_year(engine::Date day) const {
    return short_day(day) + " " + std::to_string(year_of(day));
}

Words english() {
    Words words;
    words.months = {"January", "February", "March",     "April",   "May",      "June",
                    "July",    "August",   "September", "October", "November", "December"};
    return words;
}

int year_of(engine::Date day) {
    return static_cast<int>(std::chrono::year_month_day(day.days()).year());
}

} // namespace chart
