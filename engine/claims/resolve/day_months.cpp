// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_months.hpp"

#include "engine/claims/find/digits.hpp"
#include "engine/claims/find/elided_other.hpp"
#include "engine/claims/resolve/calendar.hpp"
#include "engine/claims/resolve/day_dates.hpp"
#include "engine/claims/resolve/day_prepositions.hpp"

namespace engine {
namespace {

/// The first day of the month so many before that of `day`.
Date month_before(Date day, int count) {
    constexpr int kMonth = 30; // days, as the calendar has it
    Date first = period_start(day, kMonth);
    for (; count > 0; --count) {
        first = period_start(first.plus_days(-1), kMonth);
    }
    return first;
}

class MonthReader {
  public:
    MonthReader(const Annotated& text, Sentence s, std::optional<Date> published)
        : text_(text), s_(s), published_(published) {}

    std::optional<DayMention> read(std::size_t i) const {
        const bool of_figure = is_month_of(text_, s_, i);
        const auto opening = text_.at(i, Meaning::kInMonth);
        const auto in = opening || !of_figure ? opening // "los 588 de junio"
                                              : text_.at(i, Meaning::kFiller);
        const bool since_year = text_.at(i, Meaning::kSince).has_value(); // glaciers: "since 1850"
        if (opening && digits(in->last, 4) >= (since_year ? 1700 : 1900)) {
            return whole_year(i, in->last, in->last);
        }
        if (!in && is_bare_year(i)) {
            return whole_year(i, i, i);
        }
        const bool subject = is_subject(i) || is_apposition(i);
        const std::size_t opens = in ? in->last : i;
        const auto month = in || subject ? text_.at(opens, Meaning::kMonth) : std::nullopt;
        if (!month || read_date(text_, s_, opens, published_)) { // "since September 6" is a day
            return std::nullopt;
        }
        DayMention out = months_on_end(*month);
        out.first = i;
        const auto first = read_year_of(text_, s_, published_, month_at(out.last), 1, out.last);
        out.resolved = first.has_value();
        if (first) {
            out.end = month_end(*first);
            out.day = month_before(*first, out.months - 1);
            narrow_to_part(out, opens);
            out.ends = !published_ || out.end <= *published_;
        }
        if (const auto since = text_.at(i, Meaning::kSince);
            first && since && since->last <= opens) { // "since March" has not ended
            const bool end = text_.has_phrase(text_.lexicon().month_ends, i, opens);
            begin_with(out, end);
        }
        return out;
    }

  private:
    /// The number of the month whose name ends at token `last`.
    unsigned month_at(std::size_t last) const {
        return static_cast<unsigned>(text_.ending_at(last, Meaning::kMonth)->what->value);
    }

    /// "August and September", "June, July and August": one window, as far as each follows the one
    /// before in the calendar.
    DayMention months_on_end(const Annotated::Found& first) const {
        constexpr int kYear = 12; // months
        DayMention out = DayMention::window(first.first, first.last);
        out.monthly = true;
        std::size_t at = first.last;
        unsigned month = month_at(at);
        for (int count = 2; count <= kYear; ++count) {
            const bool comma = text_.tokens().is(at, ",");
            const auto joined = text_.at(comma ? at + 1 : at, Meaning::kNumberAnd);
            const std::size_t next = joined ? behind_in(joined->last) : at + 1;
            const auto other = comma || joined ? text_.at(next, Meaning::kMonth) : std::nullopt;
            month = month % kYear + 1;
            if (!other || other->last > s_.last || month_at(other->last) != month ||
                read_date(text_, s_, next, published_) ||
                (text_.lexicon().months_capital && !text_.tokens().list[next].capital)) {
                break;
            }
            at = other->last;
            if (joined) {
                out.last = at;
                out.months = count;
                break;
            }
        }
        return out;
    }

    /// "im August und im September jeweils": the word for "in" again, where each has its figure.
    std::size_t behind_in(std::size_t at) const {
        const auto in = text_.at(at, Meaning::kInMonth);
        return in && text_.has(Meaning::kEach, s_.first, s_.last) ? in->last : at;
    }

    /// "In early May": its first ten days; "in mid-May": the ten in its middle; "in late May": the
    /// days from the 21st.
    void narrow_to_part(DayMention& out, std::size_t opens) const {
        constexpr int kDays = 10;
        constexpr int kMiddle = 14; // days from the 1st
        const Lexicon& lexicon = text_.lexicon();
        if (text_.has_phrase(lexicon.month_middles, out.first, opens)) {
            out.bound = out.day.plus_days(kMiddle);
            out.day = out.day.plus_days(kDays);
            out.end = out.day.plus_days(kDays - 1);
        } else if (text_.has_phrase(lexicon.month_begins, out.first, opens)) {
            out.end = out.day.plus_days(kDays - 1);
        } else if (text_.has_phrase(lexicon.month_lates, out.first, opens)) {
            out.day = month_before(out.end, 0).plus_days(2 * kDays);
        }
    }

    /// "June was the costliest month yet", but not "March on Sumy".
    bool is_subject(std::size_t i) const {
        constexpr Meanings kJoining =
            bit_of(Meaning::kTitle) | bit_of(Meaning::kFiller) | bit_of(Meaning::kRange);
        const bool joined = i + 1 < s_.last && !text_.at(i + 1, Meaning::kThisPeriod) &&
                            (text_.is_locative(i + 1) || text_.has_any(kJoining, i + 1, i + 2));
        const bool first = i == s_.first && text_.tokens().list[i].capital;
        const bool behind_verb = // "ifølge ISW var oktober den værste måned"
            text_.lexicon().verb_second && i > s_.first + 1 && text_.at(i, Meaning::kMonth) &&
            text_.phrase_before(i, text_.lexicon().behind_part) == i - 1;
        return behind_verb || (first && !joined);
    }

    /// "September, 459 km²; November, 725 km²": a month that a figure follows behind a comma, first
    /// in its part of the sentence; or, wherever it stands, in brackets: "November 2024 (725 km²)".
    bool is_apposition(std::size_t i) const {
        const Tokens& tokens = text_.tokens();
        const auto month = text_.at(i, Meaning::kMonth);
        if (month &&
            (owning_month(text_, month->last) == i || owning_month(text_, month->last + 2) == i)) {
            return true; // "half of December's 488 km²"
        }
        if (!month || month->last + 1 >= s_.last ||
            (text_.lexicon().months_capital && !tokens.list[i].capital)) {
            return false;
        }
        const std::size_t behind = month->last + (digits(month->last, 4) >= 1900 ? 1 : 0);
        if (tokens.is(behind, "(") && behind + 1 < s_.last &&
            tokens.list[behind + 1].kind == TokenKind::kDigits) {
            return true;
        }
        // "August kostede Ukraine 464 kvadratkilometer, juli 564": no day of it
        const int number = digits(month->last, 4);
        if (i > s_.first && tokens.is(i - 1, ",") && number > 31 &&
            (number < 1900 || number > 2100)) {
            return true;
        }
        const bool behind_unit = i > s_.first + 1 && tokens.is(i - 1, ",") &&
                                 text_.ends_any(bit_of(Meaning::kUnit), i - 1);
        const bool first = i == s_.first || tokens.is(i - 1, ";") || tokens.is(i - 1, ":") ||
                           tokens.is(i - 1, "(") || behind_unit;
        return first && tokens.list[month->last].kind == TokenKind::kMark &&
               tokens.list[month->last + 1].kind == TokenKind::kDigits;
    }

    /// "2024 eroberten …": a year without a preposition, where the language writes it so; before a
    /// noun, which has a capital there, it would count something.
    bool is_bare_year(std::size_t i) const {
        const int year = digits(i, 4);
        if (!text_.lexicon().bare_years || year < 1990 || year > 2100) {
            return false;
        }
        const Tokens& tokens = text_.tokens();
        const bool counts = i + 1 < s_.last && tokens.list[i + 1].capital;
        const bool behind_comma =
            i > s_.first && tokens.is(i - 1, ",") && tokens.list[i].space_before;
        const bool quoted = i == s_.first + 1 && tokens.is(i - 1, "\""); // "„2023 gingen …"
        const bool behind_mark =
            i > s_.first && tokens.list[i - 1].kind != TokenKind::kWord && !behind_comma && !quoted;
        const bool inside =
            behind_mark || (i + 1 < s_.last && tokens.list[i + 1].kind == TokenKind::kMark &&
                            !tokens.is(i + 1, ","));
        const bool last = i + 1 == s_.last || tokens.is(i + 1, ".");
        return !counts && (!inside || last) &&
               !(i > s_.first && text_.ending_at(i, Meaning::kMonth));
    }

    /// "in 2024"; "in early 2024": its first third, of four months.
    std::optional<DayMention> whole_year(std::size_t first, std::size_t at,
                                         std::size_t opens) const {
        const Lexicon& lexicon = text_.lexicon();
        const bool mid = text_.has_phrase(lexicon.month_middles, first, opens);
        const bool early = !mid && text_.has_phrase(lexicon.month_begins, first, opens);
        const bool late = text_.has_phrase(lexicon.month_lates, first, opens);
        const int year = digits(at, 4);
        DayMention out = DayMention::window(first, at + 1);
        out.monthly = out.resolved = true;
        out.day = date_of(year, late ? 9 : mid ? 5 : 1, 1).value_or(Date());
        if (const auto since = text_.at(first, Meaning::kSince); since && since->last <= at) {
            out.role = DayMention::Role::kSince;
            return out;
        }
        out.end = month_end(date_of(year, early ? 4 : mid ? 8 : 12, 1).value_or(Date()));
        out.ends = !published_ || out.end <= *published_;
        return out;
    }

    int digits(std::size_t i, std::size_t most) const {
        return short_number(text_.tokens(), i, s_.last, most);
    }

    const Annotated& text_;
    Sentence s_;
    std::optional<Date> published_;
};

} // namespace

DayMention one_of_months(DayMention months, std::size_t n) {
    for (; n > 0; --n) {
        months.day = month_end(months.day).plus_days(1);
    }
    months.end = month_end(months.day);
    months.months = 1;
    return months;
}

bool is_month_of(const Annotated& text, Sentence s, std::size_t i) {
    constexpr Meanings kDeeds = bit_of(Meaning::kTake) | bit_of(Meaning::kRegain) |
                                bit_of(Meaning::kLose) | bit_of(Meaning::kParty) |
                                bit_of(Meaning::kUnit);
    const auto of = text.at(i, Meaning::kFiller);
    return of && i > s.first && text.at(of->last, Meaning::kMonth) &&
           (is_digits(text.tokens(), i - 1, i) || text.ends_any(kDeeds, i));
}

std::optional<DayMention> read_month(const Annotated& text, Sentence s, std::size_t i,
                                     std::optional<Date> published) {
    return MonthReader(text, s, published).read(i);
}

} // namespace engine
