// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/day_end.hpp"
#include "engine/claims/resolve/day_mentions.hpp"

#include <optional>

namespace engine {

/// Makes a mention the window from `day` to `end`; it stays unresolved where there is no such day.
/// One that ends after `published` has no end.
void fill_window(DayMention& mention, std::optional<Date> day, std::optional<Date> end,
                 std::optional<Date> published);

/// Makes a mention so many days, weeks or months at the beginning or the end of a month or a year:
/// "the first six days of October". `unit_days` are the days of one.
void fill_part(DayMention& mention, const DayEnd& whole, double count, double unit_days,
               bool at_begin, std::optional<Date> published);

} // namespace engine
