// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/day_mentions.hpp"

#include <cstddef>
#include <optional>

namespace engine {

/// A month, a part of one, months on end, or a year, from token i on: "in October", "since
/// mid-May", "in August and September", "September, 459 km²", "in 2024". Without a year it is the
/// last such month that begins before `published`; one that still runs then has no end.
std::optional<DayMention> read_month(const Annotated& text, Sentence sentence, std::size_t i,
                                     std::optional<Date> published);

/// The month at place n of a window of months on end; n below their number.
DayMention one_of_months(DayMention months, std::size_t n);

/// "los 588 de junio", "the 449 km² of May", "el avance ruso de octubre": the month of a figure or
/// a deed.
bool is_month_of(const Annotated& text, Sentence sentence, std::size_t i);

} // namespace engine
