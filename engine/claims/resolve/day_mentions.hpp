// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"
#include "engine/timeline/date.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace engine {

/// Words that name a day or a length of time, resolved as far as the day of publication tells.
struct DayMention {
    enum class Role { kPoint, kSince, kUntil, kWindow };
    Role role = Role::kPoint;
    std::size_t first = 0;
    std::size_t last = 0;
    bool resolved = false;
    Date day;          ///< of a point; the first day of a window
    Date end;          ///< last day of a window with an end of its own
    bool ends = false; ///< the window has such an end; otherwise it reaches to the day of speaking
    double back = 0.0; ///< days a window reaches back, where it has no first day
    int months = 1;    ///< months on end in a window: 2 of "August and September"
    bool monthly = false;      ///< a whole month or week stands for a day in it
    std::optional<Date> bound; ///< what it is as a beginning or an end: mid-July is the 15th
    int of_end = 0;       ///< days of a period that its end is in: "this year", said of last August
    int before_other = 0; ///< days of a period before another that is named ("the month before")
    bool earlier = false; ///< as long as that other, so many days before it ("a year earlier")

    /// A point, resolved where there is a day.
    static DayMention point(std::size_t first, std::size_t last, std::optional<Date> day);
    /// A window, not yet resolved.
    static DayMention window(std::size_t first, std::size_t last);
};

/// The mentions of a sentence, in order, each with the preposition that opens or closes a window.
std::vector<DayMention> read_mentions(const Annotated& text, Sentence sentence,
                                      std::optional<Date> published);

} // namespace engine
