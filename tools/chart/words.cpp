// SPDX-License-Identifier: MIT
#include "tools/chart/words.hpp"

#include <chrono>
#include <cmath>

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
    constexpr double kWholeFrom = 1e12; // no fraction of it is of interest
    if (!std::isfinite(value)) {
        return "–";
    }
    if (std::abs(value) >= kWholeFrom) {
        return language_.digits(value, 0);
    }
    int decimals = 3;
    for (long long thousandths = std::llround(value * 1000); decimals > 0 && thousandths % 10 == 0;
         thousandths /= 10) {
        --decimals;
    }
    return language_.digits(value, decimals);
}

std::string Words::short_day(engine::Date day) const {
    const std::chrono::year_month_day ymd(day.days());
    const std::string& month = language_.months().at(static_cast<unsigned>(ymd.month()) - 1);
    return language_.text("words.day_of_year",
                          {{"day", std::to_string(static_cast<unsigned>(ymd.day()))},
                           {"month", first_letters(month, 3)}});
}

std::string Words::day_and_year(engine::Date day) const {
    return short_day(day) + " " + std::to_string(year_of(day));
}

int year_of(engine::Date day) {
    return static_cast<int>(std::chrono::year_month_day(day.days()).year());
}

} // namespace chart
