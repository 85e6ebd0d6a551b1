// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/day_mentions.hpp"

#include <cstddef>
#include <optional>

namespace engine {

/// The number of a day of a month at token i: "24", or "first" before a month ("primo gennaio"); 0
/// or less where there is none.
int day_number(const Annotated& text, Sentence sentence, std::size_t i);

/// A day as a date, beginning at token i: "2024-10-01", "1.10.2024", "1 October", "Oct. 1, 2024".
/// Without a year it is the last such day that is not after `published`.
std::optional<DayMention> read_date(const Annotated& text, Sentence sentence, std::size_t i,
                                    std::optional<Date> published);

/// The day of a month with the year that stands at token `last`, which is moved past it; without
/// one as in read_date().
std::optional<Date> read_year_of(const Annotated& text, Sentence sentence,
                                 std::optional<Date> published, unsigned month, unsigned day,
                                 std::size_t& last);

} // namespace engine
