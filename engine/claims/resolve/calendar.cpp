// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/calendar.hpp"

#include <chrono>
#include <cmath>

namespace engine {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day ymd(Date date) {
    return year_month_day(date.days());
}

unsigned iso_weekday(Date date) {
    return std::chrono::weekday(date.days()).iso_encoding();
}

} // namespace

Date last_weekday(Date anchor, unsigned weekday) {
    const int back = static_cast<int>((iso_weekday(anchor) + 7U - weekday) % 7U);
    return anchor.plus_days(-back);
}

Date month_end(Date first) {
    const auto date = ymd(first);
    return Date(sys_days(date.year() / date.month() / std::chrono::last));
}

std::optional<Date> last_month_day(Date anchor, unsigned month, unsigned day) {
    const int year = static_cast<int>(ymd(anchor).year());
    auto date = Date::from_ymd(year, month, day);
    if (date && *date > anchor) {
        date = Date::from_ymd(year - 1, month, day);
    }
    return date;
}

Date period_start(Date anchor, int days) {
    const auto date = ymd(anchor);
    if (days >= 365) {
        return Date(sys_days(date.year() / std::chrono::January / 1));
    }
    if (days >= 30) {
        return Date(sys_days(date.year() / date.month() / 1));
    }
    return days >= 7 ? last_weekday(anchor, 1) : anchor;
}

std::optional<Date> date_of(int year, int month, int day) {
    if (month < 1 || day < 1) {
        return std::nullopt;
    }
    return Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Date days_before(Date anchor, double days) {
    constexpr double kHalf_year = 182.625;
    constexpr int kMonths = 6;
    const double halves = std::floor(days / kHalf_year);
    const Date whole = anchor.plus_days(-static_cast<int>(std::floor(days)));
    if (halves < 1.0 || halves * kHalf_year != days) {
        return whole;
    }
    const std::chrono::year_month_day day(anchor.days());
    const auto month =
        day.year() / day.month() - std::chrono::months(static_cast<int>(halves) * kMonths);
    const auto exact =
        Date::from_ymd(static_cast<int>(month.year()), static_cast<unsigned>(month.month()),
                       static_cast<unsigned>(day.day()));
    return exact.value_or(whole); // 29 February has no day in most years
}

} // namespace engine
