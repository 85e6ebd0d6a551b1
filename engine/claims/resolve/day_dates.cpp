// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_dates.hpp"

#include "engine/claims/find/digits.hpp"
#include "engine/claims/resolve/calendar.hpp"

#include <chrono>

namespace engine {
namespace {

class DateReader {
  public:
    DateReader(const Annotated& text, Sentence s, std::optional<Date> published)
        : text_(text), s_(s), published_(published) {}

    std::optional<DayMention> iso_date(std::size_t i) const {
        const int year = digits(i, 4);
        if (year < 1900 || !text_.tokens().is(i + 1, "-") || !text_.tokens().is(i + 3, "-")) {
            return std::nullopt;
        }
        const auto day = date_of(year, digits(i + 2, 2), digits(i + 4, 2));
        return day ? std::optional(DayMention::point(i, i + 5, day)) : std::nullopt;
    }

    std::optional<DayMention> dotted_date(std::size_t i) const {
        const bool dotted = text_.tokens().is(i + 1, ".") && text_.tokens().is(i + 3, ".");
        const int year = dotted ? digits(i + 4, 4) : -1;
        if (year < 1900) {
            return std::nullopt;
        }
        const auto day = date_of(year, digits(i + 2, 2), digits(i, 2));
        return day ? std::optional(DayMention::point(i, i + 5, day)) : std::nullopt;
    }

    /// The year after a date, if there is one, and where it ends.
    std::optional<Date> with_year(unsigned month, unsigned day, std::size_t& last) const {
        std::size_t at = last;
        if (text_.tokens().is(at, ",")) {
            ++at;
        }
        if (const auto filler = text_.at(at, Meaning::kFiller)) { // "8 de septiembre de 2022"
            at = filler->last;
        }
        if (const int year = digits(at, 4); year >= 1900 && year < 2200) {
            last = at + 1;
            return Date::from_ymd(year, month, day);
        }
        if (const auto year = relative_year(last)) {
            return Date::from_ymd(*year, month, day);
        }
        return published_ ? last_month_day(*published_, month, day) : std::nullopt;
    }

    /// "24 February last year".
    std::optional<int> relative_year(std::size_t& last) const {
        const auto before = text_.at(last, Meaning::kLastPeriod);
        const auto now = text_.at(last, Meaning::kThisPeriod);
        const auto found = before ? before : now;
        if (!published_ || !found || found->what->value < 365.0 ||
            found->what->key.ends_with("earlier")) { // than another day
            return std::nullopt;
        }
        last = found->last;
        return static_cast<int>(std::chrono::year_month_day(published_->days()).year()) -
               (before ? 1 : 0);
    }

    std::optional<DayMention> day_month(std::size_t i) const {
        const int day = day_number(text_, s_, i);
        if (day < 1 || day > 31) {
            return std::nullopt;
        }
        std::size_t at = i + 1;
        while (at < s_.last && at < i + 4 && !text_.at(at, Meaning::kMonth)) {
            ++at; // "." or "th" or "de"
        }
        const auto month = text_.at(at, Meaning::kMonth);
        if (!month || !only_day_glue(i + 1, at)) {
            return std::nullopt;
        }
        std::size_t last = month->last;
        const auto date =
            with_year(static_cast<unsigned>(month->what->value), static_cast<unsigned>(day), last);
        return DayMention::point(i, last, date);
    }

    bool only_day_glue(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            const Token& token = text_.tokens().list[i];
            const bool ending = token.kind == TokenKind::kWord && !token.space_before;
            const bool hyphen = text_.tokens().is(i, "-") && !token.space_before; // "6 — в мае"
            if (!text_.tokens().is(i, ".") && !hyphen && !text_.tokens().is(i, "°") && !ending &&
                !text_.at(i, Meaning::kFiller)) {
                return false;
            }
        }
        return true;
    }

    std::optional<DayMention> month_day(std::size_t i) const {
        const auto month = text_.at(i, Meaning::kMonth);
        const bool small =
            text_.lexicon().months_capital && !text_.tokens().list[i].capital; // "may 6"
        if (!month || small || !text_.lexicon().month_first) {
            return std::nullopt;
        }
        const std::size_t at = text_.tokens().is(month->last, ".") ? month->last + 1 : month->last;
        const int day = digits(at, 2); // "Sept. 6"
        if (day < 1 || day > 31) {
            return std::nullopt;
        }
        std::size_t last = at + 1;
        if (last < s_.last && text_.tokens().list[last].kind == TokenKind::kWord &&
            !text_.tokens().list[last].space_before) {
            ++last; // "8th"
        }
        const auto date =
            with_year(static_cast<unsigned>(month->what->value), static_cast<unsigned>(day), last);
        return DayMention::point(i, last, date);
    }

  private:
    int digits(std::size_t i, std::size_t most) const {
        return short_number(text_.tokens(), i, s_.last, most);
    }

    const Annotated& text_;
    Sentence s_;
    std::optional<Date> published_;
};

} // namespace

int day_number(const Annotated& text, Sentence s, std::size_t i) {
    const auto word = text.at(i, Meaning::kFirstOf);
    if (!word || !word->what->key.ends_with("day")) {
        return short_number(text.tokens(), i, s.last, 2);
    }
    const auto of = text.at(word->last, Meaning::kFiller); // "primero de enero"
    return text.at(of ? of->last : word->last, Meaning::kMonth) ? 1 : 0;
}

std::optional<DayMention> read_date(const Annotated& text, Sentence s, std::size_t i,
                                    std::optional<Date> published) {
    const DateReader reader(text, s, published);
    for (const auto read : {&DateReader::iso_date, &DateReader::dotted_date, &DateReader::day_month,
                            &DateReader::month_day}) {
        if (auto found = (reader.*read)(i); found && found->last <= s.last) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Date> read_year_of(const Annotated& text, Sentence s, std::optional<Date> published,
                                 unsigned month, unsigned day, std::size_t& last) {
    return DateReader(text, s, published).with_year(month, day, last);
}

} // namespace engine
