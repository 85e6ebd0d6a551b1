// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/resolve/day_mentions.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace engine {

/// "the largest advance since 2022": what has no equal since then is not counted from there.
bool follows_record(const Annotated& text, Sentence sentence, std::size_t since);

/// Whether a day of the sentence is no claim's: one that is only compared with, the month of
/// speaking, the length of another window in `all`.
bool is_nobodys_day(const Annotated& text, Sentence sentence, const DayMention& mention,
                    const std::vector<DayMention>& all);

/// Whether a day belongs to another figure or another deed than the draft's: "up from 26 percent in
/// 2017", "including Crimea, annexed in 2014".
bool is_day_of_another(const Annotated& text, Sentence sentence, const DayMention& mention,
                       const Draft& draft, std::optional<Date> published);

/// "the largest since November 2024 (725 km²)", "more than in October (461 km²)": the period right
/// before a figure in brackets is that figure's, and nobody else's.
std::optional<DayMention> period_before_bracket(const Annotated& text, const Draft& draft,
                                                const std::vector<DayMention>& mentions);

/// "the most since July, when 634 km² fell": the days of a draft in a clause that opens with
/// another time behind token `from`: those inside it, or the period right before it; nullopt where
/// the draft is in no such clause.
std::optional<std::vector<DayMention>> days_of_when_clause(const Annotated& text, std::size_t from,
                                                           const Draft& draft,
                                                           const std::vector<DayMention>& all);

} // namespace engine
