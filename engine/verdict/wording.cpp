// SPDX-License-Identifier: MIT
#include "engine/verdict/wording.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace engine {
namespace {

/// The number alone: "8,968".
std::string number(double km2) {
    const double size = std::abs(km2);
    if (size < 0.0005) {
        return "0";
    }
    const int decimals = size >= 99.95 ? 0 : size >= 0.9995 ? 1 : 3;
    std::array<char, 400> text{}; // the largest double has 309 digits
    std::snprintf(text.data(), text.size(), "%.*f", decimals, size);
    std::string digits = text.data();
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t at = point; at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return km2 < 0.0 ? "−" + digits : digits;
}

struct Parts {
    unsigned day;
    std::string month;
    int year;
};

Parts parts(Date date) {
    static constexpr std::array<const char*, 12> kMonths{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const std::chrono::year_month_day ymd(date.days());
    const auto month = static_cast<unsigned>(ymd.month());
    return {static_cast<unsigned>(ymd.day()), kMonths[month - 1], static_cast<int>(ymd.year())};
}

} // namespace

std::string words(shapes::Area area) {
    return number(area.km2()) + " km²";
}

std::string words(const Interval& interval) {
    const auto& [low, high] = interval;
    if (low && high) {
        return *low == *high ? words(*low) : number(low->km2()) + " to " + words(*high);
    }
    return low ? "at least " + words(*low) : high ? "at most " + words(*high) : "any area";
}

std::string words(const Band& band) {
    return band.low_km2 == band.high_km2
               ? number(band.low_km2) + " km²"
               : number(band.low_km2) + " to " + number(band.high_km2) + " km²";
}

std::string words(Date day) {
    const Parts p = parts(day);
    return std::to_string(p.day) + " " + p.month + " " + std::to_string(p.year);
}

std::string words(Date first, Date last) {
    if (first == last) {
        return words(last);
    }
    const std::string joint = last - first == 1 ? " or " : " to ";
    const Parts a = parts(first);
    const Parts b = parts(last);
    std::string from = std::to_string(a.day);
    if (a.month != b.month || a.year != b.year) {
        from += " " + a.month;
    }
    if (a.year != b.year) {
        from += " " + std::to_string(a.year);
    }
    return from + joint + words(last);
}

} // namespace engine
