// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_spans.hpp"

#include "engine/claims/find/digits.hpp"
#include "engine/claims/find/number.hpp"
#include "engine/claims/find/season.hpp"
#include "engine/claims/resolve/calendar.hpp"
#include "engine/claims/resolve/day_end.hpp"
#include "engine/claims/resolve/day_parts.hpp"

#include <algorithm>
#include <chrono>

namespace engine {
namespace {

int year_of(Date date) {
    return static_cast<int>(std::chrono::year_month_day(date.days()).year());
}

constexpr int kMiddle = 15; // day of a month

class SpanReader {
  public:
    SpanReader(const Annotated& text, Sentence s, std::optional<Date> published)
        : text_(text), s_(s), published_(published) {}

    std::optional<DayMention> span(std::size_t i) const {
        const auto opening = text_.at(i, Meaning::kBetween);
        DayEnd from = end_at(opening ? skip_filler_unless_end(opening->last) : i);
        if (from.last == 0) {
            return std::nullopt;
        }
        std::size_t at = after_connector(from.last, opening.has_value());
        const auto both = text_.at(from.last, Meaning::kNumberAnd);
        if (both && at == from.last && from.month == 0 && from.day != 0) {
            const DayEnd next = end_at(both->last); // "on 5 and 6 July"
            at = next.month != 0 && next.day == from.day + 1 ? both->last : at;
        }
        DayEnd to = at > from.last ? last_end_at(at) : DayEnd{};
        if (text_.lexicon().month_first && from.month != 0 && from.day != 0 && to.month == 0 &&
            to.day > from.day) { // "between May 9 and 15"
            to.month = from.month;
            to.year = year_at(to.last);
        }
        const bool years = from.month == 0 && from.day == 0 && to.month == 0 && to.day == 0;
        if (to.last == 0 || to.last > s_.last || is_quantity(to.last) ||
            (years ? from.year == 0 || to.year == 0 || from.year >= to.year : to.month == 0)) {
            return std::nullopt;
        }
        return window(i, from, to);
    }

    /// "between Sunday and Tuesday": the last such days before the day of publication.
    std::optional<DayMention> weekdays(std::size_t i) const {
        const auto opening = text_.at(i, Meaning::kBetween);
        const auto from =
            opening ? text_.at(skip_filler(opening->last), Meaning::kWeekday) : std::nullopt;
        const std::size_t at = from ? after_connector(from->last, true) : 0;
        const auto to = at > 0 ? text_.at(skip_filler(at), Meaning::kWeekday) : std::nullopt;
        if (!to || to->last > s_.last) {
            return std::nullopt;
        }
        DayMention out = empty(i, to->last);
        out.monthly = false;
        if (published_) {
            const Date end = last_weekday(*published_, static_cast<unsigned>(to->what->value));
            fill(out, last_weekday(end.plus_days(-1), static_cast<unsigned>(from->what->value)),
                 end);
        }
        return out;
    }

    std::optional<DayMention> season(std::size_t i) const {
        const auto found = season_at(text_, s_, i);
        if (!found) {
            return std::nullopt;
        }
        if (text_.at(skip_filler_unless_end(found->last), Meaning::kMonth)) {
            return half_of_month(i, *found);
        }
        if (found->what->key.ends_with("half")) {
            const bool earlier = found->what->key.ends_with("first half");
            return half(i, {0, static_cast<int>(found->what->value), 0, found->last}, earlier);
        }
        DayEnd from{0, static_cast<int>(found->what->value), 0, found->last};
        from.year = year_at(from.last);
        DayMention out = empty(i, from.last);
        if (from.year == 0) {
            if (!published_) {
                return out;
            }
            const auto first = last_month_day(*published_, static_cast<unsigned>(from.month), 1);
            from.year = first ? year_of(*first) : 0;
        }
        const int last_month = static_cast<int>(found->what->value2);
        fill(out, first_day(from),
             last_day({0, last_month, from.year + (last_month < from.month ? 1 : 0), 0}));
        return out;
    }

    /// "in the first half of October": to the 15th, or from the 16th.
    std::optional<DayMention> half_of_month(std::size_t i, const Annotated::Found& half) const {
        constexpr double kMonths = 5.0; // from the first to the last of half a year
        const DayEnd whole = end_at(skip_filler_unless_end(half.last));
        if (half.what->value2 - half.what->value != kMonths || whole.month == 0 || whole.day != 0) {
            return std::nullopt;
        }
        return this->half(i, whole, half.what->value == 1.0);
    }

    DayMention half(std::size_t i, DayEnd whole, bool earlier) const {
        whole.year = whole.year == 0 ? year_at(whole.last) : whole.year;
        DayMention out = empty(i, whole.last);
        if (whole.year == 0 && published_) {
            const auto begin = last_month_day(*published_, static_cast<unsigned>(whole.month),
                                              earlier ? 1U : kMiddle + 1U);
            whole.year = begin ? year_of(*begin) : 0;
        }
        const auto first = first_day(whole);
        const auto last = last_day(whole);
        if (whole.year == 0 || !first || !last) {
            return out;
        }
        fill(out, earlier ? *first : first->plus_days(kMiddle),
             earlier ? first->plus_days(kMiddle - 1) : *last);
        return out;
    }

    /// "in the first six days of October", "in the first three months of 2024".
    std::optional<DayMention> first_of(std::size_t i) const {
        const auto before = read_quantity(text_, i, s_.last); // "les sept premiers mois"
        const auto found = text_.at(before ? before->last : i, Meaning::kFirstOf);
        if (!found) {
            return std::nullopt;
        }
        const auto q = before ? before : read_quantity(text_, found->last, s_.last);
        const auto unit = text_.at(std::max(found->last, q ? q->last : 0), Meaning::kTimeUnit);
        if (!unit || unit->what->value < 1.0 || (q && q->value > 366.0)) {
            return std::nullopt;
        }
        DayEnd whole = end_at(skip_filler(unit->last));
        if (whole.last == 0) {
            whole = this_year(unit->last);
        }
        if (whole.last == 0 || whole.day != 0 || (whole.month == 0 && whole.year == 0)) {
            return std::nullopt;
        }
        DayMention out = empty(i, whole.last);
        if (whole.year == 0) {
            if (!published_) {
                return out;
            }
            const auto first = last_month_day(*published_, static_cast<unsigned>(whole.month), 1);
            whole.year = first ? year_of(*first) : 0;
        }
        fill_part(out, whole, q ? q->value : 1.0, unit->what->value, found->what->value > 0.0,
                  published_);
        return out;
    }

    /// "in the year to July 2024": twelve months.
    std::optional<DayMention> year_to(std::size_t i) const {
        constexpr std::size_t kLongestOpening = 6; // tokens
        for (std::size_t at = i + 2; at <= i + kLongestOpening && at < s_.last; ++at) {
            const auto opening = text_.phrase_before(at, text_.lexicon().year_to);
            if (!opening || *opening != i) {
                continue;
            }
            const DayEnd to = end_at(skip_filler_unless_end(at));
            if (to.month == 0) {
                continue;
            }
            const auto earlier = to.month == 12 ? DayEnd{0, 1, to.year, to.last}
                                                : DayEnd{0, to.month + 1, to.year - 1, to.last};
            return window(i, to.year == 0 ? DayEnd{0, to.month % 12 + 1, 0, to.last} : earlier, to);
        }
        return std::nullopt;
    }

  private:
    static DayMention empty(std::size_t first, std::size_t last) {
        DayMention out = DayMention::window(first, last);
        out.monthly = true;
        return out;
    }

    int digits(std::size_t i, std::size_t most) const {
        return short_number(text_.tokens(), i, s_.last, most);
    }

    std::size_t skip_filler(std::size_t at) const {
        const auto filler = text_.at(at, Meaning::kFiller);
        return filler ? filler->last : at;
    }

    /// A year at `at`, moved past it; 0 where there is none.
    int year_at(std::size_t& at) const {
        std::size_t i = text_.tokens().is(at, ",") ? at + 1 : at;
        if (const int year = digits(i, 4); year >= 1900 && year < 2200) {
            at = i + 1;
            return year;
        }
        i = skip_filler(i);
        if (const int year = digits(i, 4); year >= 1900 && year < 2200) {
            at = i + 1;
            return year;
        }
        return relative_year(at);
    }

    /// "last year", "this year", after a day or a month.
    int relative_year(std::size_t& at) const {
        const std::size_t i = skip_filler(at);
        for (const std::size_t place : {at, i}) {
            const auto before = text_.at(place, Meaning::kLastPeriod);
            const auto now = text_.at(place, Meaning::kThisPeriod);
            const auto found = before ? before : now;
            if (published_ && found && found->what->value >= 365.0) {
                at = found->last;
                return year_of(*published_) - (before ? 1 : 0);
            }
        }
        return 0;
    }

    /// "(the first seven months) of the year", "of this year", "of last year".
    DayEnd this_year(std::size_t at) const {
        DayEnd out;
        std::size_t last = at;
        if (const int year = relative_year(last)) {
            out.year = year;
            out.last = last;
            return out;
        }
        std::size_t behind = at;
        for (int n = 0; n < 2 && !text_.at(behind, Meaning::kTimeUnit); ++n) { // "of the year"
            behind = skip_filler(behind);
        }
        const auto unit = text_.at(behind, Meaning::kTimeUnit);
        if (published_ && behind > at && unit && unit->what->value > 365.0) {
            out.year = year_of(*published_);
            out.last = unit->last;
        }
        return out;
    }

    /// Over "." or "th" or "de" after the number of a day.
    std::size_t after_day_glue(std::size_t i) const {
        const Tokens& tokens = text_.tokens();
        for (int n = 0; n < 3 && i < s_.last && !text_.at(i, Meaning::kMonth); ++n) {
            const Token& token = tokens.list[i];
            const bool ending = token.kind == TokenKind::kWord && !token.space_before;
            const auto filler = text_.at(i, Meaning::kFiller);
            if (!tokens.is(i, ".") && !tokens.is(i, "°") && !ending && !filler) {
                break;
            }
            i = filler ? filler->last : i + 1;
        }
        return i;
    }

    DayEnd end_at(std::size_t i) const {
        const Tokens& tokens = text_.tokens();
        DayEnd out;
        if (i >= s_.last) {
            return out;
        }
        const int number = digits(i, 4);
        if (number >= 1900 && number < 2200) {
            out.year = number;
            out.last = i + 1;
            return out;
        }
        if (number >= 1 && number <= 31 && tokens.word(i).size() <= 2) {
            out.day = number;
            const std::size_t at = after_day_glue(i + 1);
            const auto month = text_.at(at, Meaning::kMonth);
            out.month = month ? static_cast<int>(month->what->value) : 0;
            const bool dot = tokens.is(i + 1, ".") && i + 2 < s_.last; // "vom 1. bis 5. Mai"
            out.last = month ? month->last : i + (dot ? 2U : 1U);
            out.year = month ? year_at(out.last) : 0;
            return out;
        }
        const auto month = text_.at(i, Meaning::kMonth);
        if (!month || (text_.lexicon().months_capital && !tokens.list[i].capital)) {
            return out;
        }
        out.month = static_cast<int>(month->what->value);
        out.last = month->last + (tokens.is(month->last, ".") ? 1U : 0U);
        if (const int day = digits(out.last, 2);
            day >= 1 && day <= 31 && text_.lexicon().month_first) {
            out.day = day;
            ++out.last; // "Sept. 6"
        }
        out.year = year_at(out.last);
        return out;
    }

    /// The other end of a span, which may name the end of a month: "bis Ende September".
    DayEnd last_end_at(std::size_t i) const {
        const auto end = text_.phrase_at(i, text_.lexicon().month_ends, s_.last);
        const auto middle = text_.phrase_at(i, text_.lexicon().month_middles, s_.last);
        const auto part = end ? end : middle;
        DayEnd month = part ? end_at(skip_filler_unless_end(*part)) : DayEnd{};
        if (month.last == 0 || month.day != 0 || month.month == 0) {
            return end_at(i);
        }
        month.day = end ? 0 : kMiddle;
        return month;
    }

    std::size_t after_connector(std::size_t at, bool opened) const {
        if (text_.tokens().is(at, "-")) {
            return at + 1;
        }
        const auto end = text_.at(at, Meaning::kRangeAnd);
        const auto to = text_.at(at, Meaning::kRange);
        const auto until = text_.at(at, Meaning::kUntil);
        const auto found = opened && end ? end : until ? until : to;
        return found ? skip_filler_unless_end(found->last) : at;
    }

    /// "und dem 25. September"
    std::size_t skip_filler_unless_end(std::size_t at) const {
        return end_at(at).last > 0 ? at : skip_filler(at);
    }

    /// "between 2000 and 2100 km²" names no years.
    bool is_quantity(std::size_t at) const {
        constexpr Meanings kAfterNumber = bit_of(Meaning::kUnit) | bit_of(Meaning::kLength) |
                                          bit_of(Meaning::kMultiplier) | bit_of(Meaning::kPercent) |
                                          bit_of(Meaning::kSettlement);
        return text_.has_any(kAfterNumber, at, at + 1);
    }

    std::optional<DayMention> window(std::size_t first, DayEnd from, DayEnd to) const {
        DayMention out = empty(first, to.last);
        out.monthly = to.day == 0;
        from.month = from.month == 0 && from.day != 0 ? to.month : from.month;
        if (to.year == 0 && !published_) {
            return out;
        }
        if (to.year == 0) {
            const auto begins = last_month_day(*published_, static_cast<unsigned>(to.month),
                                               static_cast<unsigned>(to.day == 0 ? 1 : to.day));
            to.year = begins ? year_of(*begins) : 0;
        }
        from.year = from.year != 0 ? from.year : from.month > to.month ? to.year - 1 : to.year;
        fill(out, first_day(from), last_day(to));
        return out;
    }

    void fill(DayMention& out, std::optional<Date> day, std::optional<Date> end) const {
        fill_window(out, day, end, published_);
    }

    const Annotated& text_;
    Sentence s_;
    std::optional<Date> published_;
};

} // namespace

std::optional<DayMention> read_span(const Annotated& text, Sentence s, std::size_t i,
                                    std::optional<Date> published) {
    const SpanReader reader(text, s, published);
    const auto weekdays = reader.weekdays(i);
    return weekdays ? weekdays : reader.span(i);
}

std::optional<DayMention> read_period(const Annotated& text, Sentence s, std::size_t i,
                                      std::optional<Date> published) {
    const SpanReader reader(text, s, published);
    const auto season = reader.season(i);
    const auto year = season ? season : reader.year_to(i);
    return year ? year : reader.first_of(i);
}

} // namespace engine
