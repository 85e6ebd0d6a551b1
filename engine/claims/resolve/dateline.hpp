// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/day_mentions.hpp"
#include "engine/claims/text_claim.hpp"
#include "engine/claims/words/sentence.hpp"

#include <optional>
#include <string_view>

namespace engine {

/// Whether a day stands in the dateline of a sentence, closed by a bracket, a dash or a colon:
/// "KYIV, 10 September (Reuters) - …".
bool in_dateline(const Annotated& text, Sentence sentence, const DayMention& mention);

/// The day that a text says it is of, where nobody else tells: that of its dateline, or of a line
/// in its head that holds a day and next to nothing else ("Published on 12 September 2022, 10:31
/// BST"). The year has to be written. Nothing where the head names two such days, or none.
///
/// `certain`: as for `Annotated`.
StatedDay day_of_text(std::string_view text, const Lexicon& lexicon, bool certain);

} // namespace engine
