// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <optional>

namespace engine {

/// The last day of an ISO weekday (1 Monday … 7 Sunday) that is not after `anchor`.
Date last_weekday(Date anchor, unsigned weekday);

/// The last day of the month of `day`.
Date month_end(Date day);

/// The last such day of a month that is not after `anchor`; nullopt for 31 February.
std::optional<Date> last_month_day(Date anchor, unsigned month, unsigned day);

/// The first day of the period of about so many days that `anchor` is in: 365 its year, 30 its
/// month, 7 its week (from Monday), 1 itself.
Date period_start(Date anchor, int days);

/// The day that lies so many days before `anchor`, rounded down; whole and half years of 365.25
/// days are counted by the calendar ("the past year" begins on the same day of the year before).
Date days_before(Date anchor, double days);

/// A day by its numbers; nullopt where there is none, whatever the numbers.
std::optional<Date> date_of(int year, int month, int day);

} // namespace engine
