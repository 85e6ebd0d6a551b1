// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/sentence.hpp"
#include "engine/claims/text_claim.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What a sentence says of days: when it was said, and of which window it speaks.
struct SentenceDays {
    StatedDay stated;
    StatedDay since;
    StatedDay as_of;
    std::vector<std::string> warnings; ///< what could not be resolved
};

/// Reads weekdays, dates, "yesterday", "in the last two days", "since Tuesday", "this month".
/// A day beside a verb of speech is when it was said; "since" and "until" open and close the
/// window; a length of time reaches back from the day it was said, else from `published`. A weekday
/// is the last one that is not after `published`.
SentenceDays read_days(const Annotated& text, Sentence sentence, std::string_view input,
                       std::optional<Date> published);

} // namespace engine
