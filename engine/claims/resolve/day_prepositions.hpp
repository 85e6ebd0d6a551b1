// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/day_mentions.hpp"

namespace engine {

/// Makes a day the beginning or the end of a window where "since" or "until" stands before it, or
/// before what happened on it: "since the counteroffensive that began on 4 June".
void take_preposition(const Annotated& text, Sentence sentence, DayMention& mention);

} // namespace engine
