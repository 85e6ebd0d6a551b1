// SPDX-License-Identifier: MIT
#include "tools/chart/axis.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace chart {
namespace {

using engine::Date;

// 1, 2 or 5 times a power of ten, at least `least`.
double round_step(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

// Firsts of every `step`-th month from January on; steps above 12 are whole years.
std::vector<Date> month_ticks(Date first, Date last, int step) {
    std::vector<Date> days;
    const std::chrono::year_month_day begin(first.days());
    const int years = std::max(1, step / 12);
    int year = static_cast<int>(begin.year()) / years * years;
    for (; year <= 9999; year += years) {
        for (unsigned month = 1; month <= 12; month += static_cast<unsigned>(std::min(step, 12))) {
            const auto day = Date::from_ymd(year, month, 1);
            if (!day || *day > last) {
                return days;
            }
            if (*day >= first) {
                days.push_back(*day);
            }
        }
    }
    return days;
}

} // namespace

Scale day_scale(Date first, Date last, double from, double to) {
    if (first == last) {
        first = first.plus_days(-1);
        last = last.plus_days(1);
    }
    const auto number = [](Date day) {
        return static_cast<double>(day.days().time_since_epoch().count());
    };
    return {number(first), number(last), from, to};
}

std::vector<double> ticks(double low, double high, int count) {
    if (!std::isfinite(low) || !std::isfinite(high) || !(low < high)) {
        return {low, low + 1};
    }
    const double step = round_step((high - low) / std::max(1, count));
    std::vector<double> values;
    const double first = std::floor(low / step + 1e-9);
    for (double i = first; values.size() < 2 || values.back() < high * (1 - 1e-12); ++i) {
        values.push_back(i * step);
    }
    return values;
}

std::vector<Date> day_ticks(Date first, Date last, int most) {
    const int span = last - first;
    for (const int step : {1, 2, 7, 14}) {
        if (span / step + 1 <= most) {
            std::vector<Date> days;
            for (int i = 0; i <= span; i += step) {
                days.push_back(first.plus_days(i));
            }
            return days;
        }
    }
    std::vector<Date> days;
    for (const int step : {1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000}) {
        days = month_ticks(first, last, step);
        if (static_cast<int>(days.size()) <= most) {
            break;
        }
    }
    return days.empty() ? std::vector<Date>{first} : days;
}

} // namespace chart
