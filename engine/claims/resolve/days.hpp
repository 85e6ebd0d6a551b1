// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/text_claim.hpp"
#include "engine/claims/words/sentence.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What a sentence says of days: when it was said, and of which window it speaks.
struct SentenceDays {
    StatedDay stated;
    StatedDay since;
    StatedDay as_of;
    bool earlier = false;               ///< as_of is counted back from another day that is named
    std::vector<ClaimWarning> warnings; ///< what could not be resolved
};

/// What a sentence says of days, for each of its claims.
///
/// Reads weekdays, dates, "yesterday", "in the last two days", "since Tuesday", "this month",
/// "between 1 January and 25 September". A day beside a verb of speech, or in a dateline, is when
/// it was said; "since" and "until" open and close the window; a length of time reaches back from
/// the day it was said, else from `published`. A weekday is the last one that is not after
/// `published`. Where a sentence has several figures and several windows ("610 in October and 725
/// in November"), each figure takes those nearest to it; one without any takes those of the figure
/// before.
std::vector<SentenceDays> read_days(const Annotated& text, Sentence sentence,
                                    std::string_view input, std::optional<Date> published,
                                    std::span<const Draft> drafts);

} // namespace engine
