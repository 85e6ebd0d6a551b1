// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_parts.hpp"

namespace engine {
namespace {

void fill_months(DayMention& out, const DayEnd& whole, int months, bool at_begin) {
    const int first = at_begin ? 1 : 13 - months;
    out.day = date_of(whole.year, first, 1).value_or(Date());
    out.end = month_end(date_of(whole.year, first + months - 1, 1).value_or(Date()));
    out.resolved = out.ends = months >= 1 && months <= 12;
}

} // namespace

void fill_window(DayMention& out, std::optional<Date> day, std::optional<Date> end,
                 std::optional<Date> published) {
    out.resolved = day && end && *day <= *end;
    if (out.resolved) {
        out.day = *day;
        out.end = *end;
        out.ends = !published || *end <= *published;
    }
}

void fill_part(DayMention& out, const DayEnd& whole, double count, double unit_days, bool at_begin,
               std::optional<Date> published) {
    if (unit_days > 28.0 && whole.month == 0) {
        fill_months(out, whole, static_cast<int>(count), at_begin);
        return;
    }
    const auto first = first_day(whole);
    const auto last = last_day(whole);
    const int days = static_cast<int>(count * unit_days);
    if (!first || !last || days < 1 || days > 31) {
        return;
    }
    out.monthly = false;
    fill_window(out, at_begin ? *first : last->plus_days(1 - days),
                at_begin ? first->plus_days(days - 1) : *last, published);
}

} // namespace engine
