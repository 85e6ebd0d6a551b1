// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/calendar.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>

namespace engine {

/// One end of a span as the words have it: "9 May", "May", "2024"; 0 for what they leave out.
struct DayEnd {
    int day = 0;
    int month = 0;
    int year = 0;
    std::size_t last = 0; ///< one past its last token; 0: no end
};

/// The first day of it; nullopt where there is no such day.
inline std::optional<Date> first_day(const DayEnd& end) {
    return date_of(end.year, end.month == 0 ? 1 : end.month, end.day == 0 ? 1 : end.day);
}

/// The last day of it, likewise.
inline std::optional<Date> last_day(const DayEnd& end) {
    if (end.month == 0) {
        return date_of(end.year, 12, 31);
    }
    const auto day = date_of(end.year, end.month, end.day == 0 ? 1 : end.day);
    return day && end.day == 0 ? std::optional(month_end(*day)) : day;
}

constexpr int kMiddleOfMonth = 15; ///< day of a month

int year_of(Date date);

/// Reads the ends of spans in a sentence.
class EndReader {
  public:
    EndReader(const Annotated& text, Sentence s, std::optional<Date> published)
        : text_(text), s_(s), published_(published) {}

    /// A day, a month or a year that begins at token i.
    DayEnd end_at(std::size_t i) const;
    /// The other end of a span, which may name the end of a month: "bis Ende September".
    DayEnd last_end_at(std::size_t i) const;
    /// A year at `at`, moved past it; 0 where there is none.
    int year_at(std::size_t& at) const;
    /// "(the first seven months) of the year", "of this year", "of last year".
    DayEnd this_year(std::size_t at) const;
    std::size_t skip_filler(std::size_t at) const;
    /// Over the article in "und dem 25. September", but not over a day.
    std::size_t skip_filler_unless_end(std::size_t at) const;

  private:
    int digits(std::size_t i, std::size_t most) const;
    /// "last year", "this year", after a day or a month.
    int relative_year(std::size_t& at) const;
    /// Over "." or "th" or "de" after the number of a day.
    std::size_t after_day_glue(std::size_t i) const;

    const Annotated& text_;
    Sentence s_;
    std::optional<Date> published_;
};

} // namespace engine
