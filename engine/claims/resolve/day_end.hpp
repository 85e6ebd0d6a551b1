// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/calendar.hpp"

#include <cstddef>
#include <optional>

namespace engine {

/// One end of a span as the words have it: "9 May", "May", "2024"; 0 for what they leave out.
struct DayEnd {
    int day = 0;
    int month = 0;
    int year = 0;
    std::size_t last = 0; ///< one past its last token; 0: no end
};

/// The first day of it; nullopt where there is no such day.
inline std::optional<Date> first_day(const DayEnd& end) {
    return date_of(end.year, end.month == 0 ? 1 : end.month, end.day == 0 ? 1 : end.day);
}

/// The last day of it, likewise.
inline std::optional<Date> last_day(const DayEnd& end) {
    if (end.month == 0) {
        return date_of(end.year, 12, 31);
    }
    const auto day = date_of(end.year, end.month, end.day == 0 ? 1 : end.day);
    return day && end.day == 0 ? std::optional(month_end(*day)) : day;
}

} // namespace engine
