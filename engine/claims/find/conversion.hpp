// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"

namespace engine {

/// Takes in a second figure for the same area: "2,000 square kilometres (772 square miles)", "420
/// square miles, or 1,088 km²". One that does not fit becomes a warning and a reading.
void join_conversion(const Annotated& text, Sentence sentence, Draft& draft, const Quantity& own);

/// Makes a rate of an area in a time, before or after it: "40 km² of land a week", "every minute
/// ten pitches". The figure becomes km² a day.
void make_rate(TextClaim& claim, double days);

void join_rate(const Annotated& text, Sentence sentence, Draft& draft);

} // namespace engine
