// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_mentions.hpp"

#include "engine/claims/find/digits.hpp"
#include "engine/claims/find/number.hpp"
#include "engine/claims/resolve/calendar.hpp"
#include "engine/claims/resolve/day_dates.hpp"
#include "engine/claims/resolve/day_months.hpp"
#include "engine/claims/resolve/day_prepositions.hpp"
#include "engine/claims/resolve/day_spans.hpp"

#include <algorithm>

namespace engine {
namespace {

class DayReader {
  public:
    DayReader(const Annotated& text, Sentence s, std::optional<Date> published)
        : text_(text), s_(s), published_(published) {}

    std::vector<DayMention> run() {
        std::vector<DayMention> out;
        for (std::size_t i = s_.first; i < s_.last;) {
            if (auto mention = read(i); mention && mention->last > i) {
                take_preposition(text_, s_, *mention);
                i = mention->last;
                add_mention(text_, *mention, out);
            } else {
                i = std::max(i + 1, skip_digits(text_, i, s_.last));
            }
        }
        return out;
    }

  private:
    bool may_begin(std::size_t i) const {
        constexpr Meanings kWords =
            bit_of(Meaning::kMonth) | bit_of(Meaning::kWithin) | bit_of(Meaning::kWithinBare) |
            bit_of(Meaning::kAgo) | bit_of(Meaning::kThisPeriod) | bit_of(Meaning::kLastPeriod) |
            bit_of(Meaning::kWeekday) | bit_of(Meaning::kRelativeDay) | bit_of(Meaning::kInMonth) |
            bit_of(Meaning::kNumber) | bit_of(Meaning::kMultiplier) | bit_of(Meaning::kVague) |
            bit_of(Meaning::kFraction) | bit_of(Meaning::kBetween) | bit_of(Meaning::kSeason) |
            bit_of(Meaning::kFirstOf);
        return text_.lexicon().compounds || text_.has_any(kWords, i, i + 1) ||
               text_.tokens().list[i].kind == TokenKind::kDigits || is_month_of(text_, s_, i);
    }

    std::optional<DayMention> read(std::size_t i) const {
        if (!may_begin(i)) {
            return std::nullopt;
        }
        if (auto found = read_span(text_, s_, i, published_); found && found->last <= s_.last) {
            return found;
        }
        if (auto found = read_period(text_, s_, i, published_); found && found->last <= s_.last) {
            return found;
        }
        if (auto found = read_date(text_, s_, i, published_)) {
            return found;
        }
        for (const auto reader : {&DayReader::week_to, &DayReader::last_period, &DayReader::within,
                                  &DayReader::days_ago, &DayReader::this_period,
                                  &DayReader::weekday, &DayReader::relative}) {
            if (auto found = (this->*reader)(i); found && found->last <= s_.last) {
                return found;
            }
        }
        const auto month = read_month(text_, s_, i, published_);
        return month && month->last <= s_.last ? month : std::nullopt;
    }

    /// "in the last two days", "på halvanden uge", "за сутки".
    std::optional<DayMention> within(std::size_t i) const {
        auto opening = text_.at(i, Meaning::kWithin);
        const bool bare = !opening;
        if (bare) {
            opening = text_.at(i, Meaning::kWithinBare);
        }
        if (!opening) {
            return std::nullopt;
        }
        std::size_t at = opening->last;
        if (const auto hedge = text_.at(at, Meaning::kHedge)) {
            at = hedge->last;
        }
        double count = 1.0;
        bool counted = false;
        if (const auto q = read_quantity(text_, at, s_.last); q && q->value < 1000.0) {
            count = q->value;
            at = q->last;
            counted = true;
        }
        at = skip_filler_words(at);
        const auto unit = text_.at(at, Meaning::kTimeUnit);
        if (!unit || (bare && !counted && !opening_has_article(*opening))) {
            return std::nullopt;
        }
        constexpr Meanings kOn =
            bit_of(Meaning::kRange) | bit_of(Meaning::kRangeAnd) | bit_of(Meaning::kUntil);
        const auto since = text_.at(unit->last, Meaning::kSince);
        const bool ends = text_.has_any(kOn, unit->last, unit->last + 1) ||
                          (since && since->what->key.starts_with("since"));
        if (opening->what->key == "to" && !ends) {
            return std::nullopt; // "in the two years after the invasion"
        }
        DayMention out = DayMention::window(i, unit->last);
        out.back = count * unit->what->value;
        return out;
    }

    // "in a week", "на тиждень": the article is part of the phrase in the lexicon.
    static bool opening_has_article(const Annotated::Found& opening) {
        return opening.what->key == "one";
    }

    std::size_t skip_filler_words(std::size_t at) const {
        const auto filler = text_.at(at, Meaning::kFiller);
        return filler && !text_.at(at, Meaning::kTimeUnit) ? filler->last : at;
    }

    /// "two days ago"; and "il y a deux jours", where the word stands before.
    std::optional<DayMention> days_ago(std::size_t i) const {
        std::size_t at = i;
        const auto before = text_.at(i, Meaning::kAgo);
        if (before) {
            at = before->last;
        }
        const auto q = read_quantity(text_, at, s_.last);
        if (!q || q->value > 1000.0) {
            return std::nullopt;
        }
        const auto unit = text_.at(q->last, Meaning::kTimeUnit);
        const auto after = unit ? text_.at(unit->last, Meaning::kAgo) : std::nullopt;
        if (!unit || (!before && !after)) {
            return std::nullopt;
        }
        const int back = static_cast<int>(q->value * unit->what->value);
        return DayMention::point(i, after ? after->last : unit->last,
                                 published_ ? std::optional(published_->plus_days(-back))
                                            : std::nullopt);
    }

    std::optional<DayMention> this_period(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kThisPeriod);
        if (!found || text_.at(skip_filler_words(found->last), Meaning::kMonth)) {
            return std::nullopt; // "le début du mois de septembre" is no part of this month
        }
        DayMention out = DayMention::window(i, found->last);
        out.monthly = true;
        out.resolved = published_.has_value();
        out.of_end = static_cast<int>(found->what->value);
        if (published_) {
            out.day = period_start(*published_, static_cast<int>(found->what->value));
        }
        return out;
    }

    std::optional<DayMention> last_period(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kLastPeriod);
        if (!found) {
            return std::nullopt;
        }
        DayMention out = DayMention::window(i, found->last);
        if (found->what->key.ends_with("weekend")) {
            constexpr unsigned kSunday = 7;
            out.resolved = out.ends = published_.has_value();
            out.end = published_ ? last_weekday(*published_, kSunday) : Date();
            out.day = out.end.plus_days(-1);
            return out;
        }
        out.ends = out.monthly = true;
        out.resolved = published_.has_value();
        const int days = static_cast<int>(found->what->value);
        out.earlier = found->what->key.ends_with("earlier");
        out.before_other = out.earlier || found->what->key.ends_with("before") ? days : 0;
        if (out.earlier) {
            out.resolved = out.ends = false;
            return out; // than what, the words before say
        }
        if (published_) {
            out.end = period_start(*published_, days).plus_days(-1);
            out.day = period_start(out.end, days);
        }
        return out;
    }

    std::optional<DayMention> weekday(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kWeekday);
        if (!found) {
            return std::nullopt;
        }
        if (auto date = date_behind(found->last)) {
            date->first = i; // "Tuesday, 12 August"
            return date;
        }
        const auto number = static_cast<unsigned>(found->what->value);
        if (const auto week = week_behind(found->last)) {
            constexpr int kWeek = 7; // days
            const auto day =
                published_ ? std::optional(period_start(*published_, kWeek)
                                               .plus_days(static_cast<int>(number) - 1 - kWeek))
                           : std::nullopt;
            return DayMention::point(i, week->last, day); // "Tuesday last week"
        }
        return DayMention::point(i, found->last,
                                 published_ ? std::optional(last_weekday(*published_, number))
                                            : std::nullopt);
    }

    /// "in the week to Sunday": seven days.
    std::optional<DayMention> week_to(std::size_t i) const {
        constexpr int kWeek = 7; // days
        const auto opening = text_.phrase_at(i, text_.lexicon().week_to, s_.last);
        const auto day =
            opening ? text_.at(skip_filler_words(*opening), Meaning::kWeekday) : std::nullopt;
        if (!day) {
            return std::nullopt;
        }
        DayMention out = DayMention::window(i, day->last);
        out.resolved = out.ends = published_.has_value();
        if (published_) {
            out.end = last_weekday(*published_, static_cast<unsigned>(day->what->value));
            out.day = out.end.plus_days(-kWeek);
        }
        return out;
    }

    /// ", 12 August", ", den 12. august", behind a weekday.
    std::optional<DayMention> date_behind(std::size_t at) const {
        at += text_.tokens().is(at, ",") ? 1U : 0U;
        const std::size_t filler = skip_filler_words(at);
        for (const std::size_t place : {at, filler}) {
            auto date = place < s_.last ? read_date(text_, s_, place, published_) : std::nullopt;
            if (date && date->last <= s_.last) {
                return date;
            }
        }
        return std::nullopt;
    }

    /// "last week", behind a weekday, over "of" or "in".
    std::optional<Annotated::Found> week_behind(std::size_t at) const {
        constexpr double kWeek = 7.0; // days
        const std::size_t in = text_.is_locative(at) ? at + 1 : at;
        for (const std::size_t place : {at, skip_filler_words(at), in}) {
            const auto week = text_.at(place, Meaning::kLastPeriod);
            if (week && week->last <= s_.last && week->what->value == kWeek &&
                week->what->key == "7") {
                return week;
            }
        }
        return std::nullopt;
    }

    std::optional<DayMention> relative(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kRelativeDay);
        if (!found) {
            return std::nullopt;
        }
        const int days = static_cast<int>(found->what->value);
        return DayMention::point(
            i, found->last, published_ ? std::optional(published_->plus_days(days)) : std::nullopt);
    }

    const Annotated& text_;
    Sentence s_;
    std::optional<Date> published_;
};

} // namespace

DayMention DayMention::point(std::size_t first, std::size_t last, std::optional<Date> day) {
    DayMention out;
    out.first = first;
    out.last = last;
    out.resolved = day.has_value();
    out.day = day.value_or(Date());
    return out;
}

DayMention DayMention::window(std::size_t first, std::size_t last) {
    DayMention out;
    out.role = Role::kWindow;
    out.first = first;
    out.last = last;
    return out;
}

std::vector<DayMention> read_mentions(const Annotated& text, Sentence sentence,
                                      std::optional<Date> published) {
    std::vector<DayMention> out = DayReader(text, sentence, published).run();
    const bool relative = std::ranges::any_of(out, [](const DayMention& m) {
        return m.before_other > 0; // "the month before", of one that the last sentence names
    });
    const Sentence last{sentence.before, sentence.first, sentence.before, false};
    count_from_others(out,
                      relative ? DayReader(text, last, published).run() : std::vector<DayMention>{},
                      published);
    return out;
}

} // namespace engine
