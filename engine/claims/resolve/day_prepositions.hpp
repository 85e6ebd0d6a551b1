// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/day_mentions.hpp"

#include <vector>

namespace engine {

/// Makes a day the beginning or the end of a window where "since" or "until" stands before it, or
/// before what happened on it: "since the counteroffensive that began on 4 June".
void take_preposition(const Annotated& text, Sentence sentence, DayMention& mention);

/// Makes a mention the beginning of a window: "since August", "since mid-August"; with `last_day`
/// "since the end of August".
void begin_with(DayMention& mention, bool last_day);

/// Adds a mention behind the others of its sentence. "In a single day, 12 August": the day that is
/// named is the one meant. "In the 24 hours to Sunday": the day is the end of that time.
void add_mention(const Annotated& text, DayMention mention, std::vector<DayMention>& mentions);

/// "594 km² in August, 634 the month before": a period before another is counted from the one that
/// is named ahead of it, in its sentence or else in `before`, the mentions of the sentence before;
/// where none is, it stays the last one before the day of publication. "A year earlier" is as long
/// as the other, which may be a day; without one it stays open.
void count_from_others(std::vector<DayMention>& mentions, const std::vector<DayMention>& before,
                       std::optional<Date> published);

} // namespace engine
