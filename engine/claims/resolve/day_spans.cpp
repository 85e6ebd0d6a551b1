// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_spans.hpp"

#include "engine/claims/find/number.hpp"
#include "engine/claims/find/season.hpp"
#include "engine/claims/resolve/calendar.hpp"
#include "engine/claims/resolve/day_end.hpp"
#include "engine/claims/resolve/day_parts.hpp"

#include <algorithm>

namespace engine {
namespace {

class SpanReader {
  public:
    SpanReader(const Annotated& text, Sentence s, std::optional<Date> published)
        : text_(text), s_(s), published_(published), ends_(text, s, published) {}

    std::optional<DayMention> span(std::size_t i) const {
        const auto opening = text_.at(i, Meaning::kBetween);
        DayEnd from = ends_.end_at(opening ? ends_.skip_filler_unless_end(opening->last) : i);
        if (from.last == 0) {
            return std::nullopt;
        }
        std::size_t at = after_connector(from.last, opening.has_value());
        const auto both = text_.at(from.last, Meaning::kNumberAnd);
        if (both && at == from.last && from.month == 0 && from.day != 0) {
            const DayEnd next = ends_.end_at(both->last); // "on 5 and 6 July"
            at = next.month != 0 && next.day == from.day + 1 ? both->last : at;
        }
        DayEnd to = at > from.last ? ends_.last_end_at(at) : DayEnd{};
        if (text_.lexicon().month_first && from.month != 0 && from.day != 0 && to.month == 0 &&
            to.day > from.day) { // "between May 9 and 15"
            to.month = from.month;
            to.year = ends_.year_at(to.last);
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
            opening ? text_.at(ends_.skip_filler(opening->last), Meaning::kWeekday) : std::nullopt;
        const std::size_t at = from ? after_connector(from->last, true) : 0;
        const auto to = at > 0 ? text_.at(ends_.skip_filler(at), Meaning::kWeekday) : std::nullopt;
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
        const bool elided = found->what->key.ends_with("elided");
        if (const auto first = elided ? half_before(text_, s_, i) : std::nullopt) {
            return other_half(i, *first, *found);
        }
        if (text_.at(ends_.skip_filler_unless_end(found->last), Meaning::kMonth)) {
            return half_of_month(i, *found);
        }
        if (found->what->key.ends_with("half")) {
            const bool earlier = found->what->key.ends_with("first half");
            return half(i, {0, static_cast<int>(found->what->value), 0, found->last}, earlier);
        }
        DayEnd from{0, static_cast<int>(found->what->value), 0, found->last};
        from.year = ends_.year_at(from.last);
        DayMention out = empty(i, from.last);
        if (from.year != 0 && is_either_winter(*found, from)) {
            return out;
        }
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

    /// "The winter of 2024" began in it, or ended; where it cannot have begun yet, it ended.
    bool is_either_winter(const Annotated::Found& season, DayEnd& from) const {
        if (season.what->value2 > season.what->value) {
            return false;
        }
        const auto begins = first_day(from);
        const bool begun = !published_ || !begins || *begins <= *published_;
        from.year -= begun ? 0 : 1;
        return begun;
    }

    /// "in the first half of October": to the 15th, or from the 16th.
    std::optional<DayMention> half_of_month(std::size_t i, const Annotated::Found& half) const {
        constexpr double kMonths = 5.0; // from the first to the last of half a year
        const DayEnd whole = ends_.end_at(ends_.skip_filler_unless_end(half.last));
        if (half.what->value2 - half.what->value != kMonths || whole.month == 0 || whole.day != 0) {
            return std::nullopt;
        }
        return this->half(i, whole, half.what->value == 1.0);
    }

    /// "(In the first half of October 150 km²,) in the second 311": of the same month or year.
    DayMention other_half(std::size_t i, const Annotated::Found& first,
                          const Annotated::Found& second) const {
        constexpr double kSecond = 4.0; // as a quarter, it begins in April
        DayMention out = empty(i, second.last);
        const auto same = second.what->value == kSecond ? season(first.first) : std::nullopt;
        if (same && same->resolved) {
            const bool of_month = month_end(same->day) >= same->end;
            const Date begin = same->end.plus_days(1);
            fill(out, begin, of_month ? month_end(begin) : begin.plus_days(183));
        }
        return out;
    }

    DayMention half(std::size_t i, DayEnd whole, bool earlier) const {
        whole.year = whole.year == 0 ? ends_.year_at(whole.last) : whole.year;
        DayMention out = empty(i, whole.last);
        if (whole.year == 0 && published_) {
            const auto begin = last_month_day(*published_, static_cast<unsigned>(whole.month),
                                              earlier ? 1U : kMiddleOfMonth + 1U);
            whole.year = begin ? year_of(*begin) : 0;
        }
        const auto first = first_day(whole);
        const auto last = last_day(whole);
        if (whole.year == 0 || !first || !last) {
            return out;
        }
        fill(out, earlier ? *first : first->plus_days(kMiddleOfMonth),
             earlier ? first->plus_days(kMiddleOfMonth - 1) : *last);
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
        DayEnd whole = ends_.end_at(ends_.skip_filler(unit->last));
        if (found->what->key.ends_with("year") && published_) { // "årets første elleve måneder"
            whole = {0, 0, year_of(*published_), unit->last};
        } else if (whole.last == 0) {
            whole = ends_.this_year(unit->last);
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
            const DayEnd to = ends_.end_at(ends_.skip_filler_unless_end(at));
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

    std::size_t after_connector(std::size_t at, bool opened) const {
        if (text_.tokens().is(at, "-")) {
            return at + 1;
        }
        const auto end = text_.at(at, Meaning::kRangeAnd);
        const auto to = text_.at(at, Meaning::kRange);
        const auto until = text_.at(at, Meaning::kUntil);
        const auto found = opened && end ? end : until ? until : to;
        return found ? ends_.skip_filler_unless_end(found->last) : at;
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
    EndReader ends_;
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
