// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/day_mentions.hpp"

namespace engine {

/// A window with both its ends: "between 1 January and 25 September", "from July 2024 to June
/// 2025", "von 2001 bis 2016", "5–11 September". An end without a year takes it from the other end,
/// else from the day of publication.
std::optional<DayMention> read_span(const Annotated& text, Sentence sentence, std::size_t i,
                                    std::optional<Date> published);

/// A named part of a year or a month: "this summer", "the third quarter of 2024", "in the first six
/// days of October". One that still runs on the day of publication has no end.
std::optional<DayMention> read_period(const Annotated& text, Sentence sentence, std::size_t i,
                                      std::optional<Date> published);

} // namespace engine
