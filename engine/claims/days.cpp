// SPDX-License-Identifier: MIT
#include "engine/claims/days.hpp"

#include "engine/claims/number.hpp"

#include <algorithm>
#include <cmath>

namespace engine {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

enum class Role { kPoint, kSince, kUntil, kWindow };

struct Mention {
    Role role = Role::kPoint;
    std::size_t first = 0;
    std::size_t last = 0;
    bool resolved = false;
    Date day;          ///< of a point; the first day of a window
    Date end;          ///< last day of a window with an end of its own
    bool ends = false; ///< the window has such an end; otherwise it reaches to the day of speaking
    double back = 0.0; ///< days a window reaches back, where it has no first day
    bool monthly = false; ///< a whole month or week stands for a day in it
};

year_month_day ymd(Date date) {
    return year_month_day(date.days());
}

unsigned iso_weekday(Date date) {
    return std::chrono::weekday(date.days()).iso_encoding();
}

/// The last such weekday that is not after `anchor`.
Date last_weekday(Date anchor, unsigned weekday) {
    const int back = static_cast<int>((iso_weekday(anchor) + 7U - weekday) % 7U);
    return anchor.plus_days(-back);
}

Date month_end(Date first) {
    const auto date = ymd(first);
    return Date(sys_days(date.year() / date.month() / std::chrono::last));
}

/// The last such day of a month that is not after `anchor`; nullopt for 31 February.
std::optional<Date> last_month_day(Date anchor, unsigned month, unsigned day) {
    const int year = static_cast<int>(ymd(anchor).year());
    auto date = Date::from_ymd(year, month, day);
    if (date && *date > anchor) {
        date = Date::from_ymd(year - 1, month, day);
    }
    return date;
}

class DayReader {
  public:
    DayReader(const Annotated& text, Sentence s, std::optional<Date> published)
        : text_(text), s_(s), published_(published) {}

    std::vector<Mention> run() {
        std::vector<Mention> out;
        for (std::size_t i = s_.first; i < s_.last;) {
            if (auto mention = read(i); mention && mention->last > i) {
                take_preposition(*mention);
                i = mention->last;
                out.push_back(*mention);
            } else {
                i = std::max(i + 1, skip_digits(text_, i, s_.last));
            }
        }
        return out;
    }

  private:
    std::optional<Mention> read(std::size_t i) const {
        for (const auto reader :
             {&DayReader::iso_date, &DayReader::dotted_date, &DayReader::day_month,
              &DayReader::month_day, &DayReader::within, &DayReader::days_ago,
              &DayReader::this_period, &DayReader::last_period, &DayReader::weekday,
              &DayReader::relative, &DayReader::in_month}) {
            if (auto found = (this->*reader)(i); found && found->last <= s_.last) {
                return found;
            }
        }
        return std::nullopt;
    }

    int digits(std::size_t i, std::size_t most) const {
        if (i >= s_.last || text_.tokens().list[i].kind != TokenKind::kDigits ||
            text_.tokens().word(i).size() > most) {
            return -1;
        }
        return std::stoi(std::string(text_.tokens().word(i)));
    }

    std::optional<Mention> point(std::size_t first, std::size_t last,
                                 std::optional<Date> day) const {
        Mention out;
        out.first = first;
        out.last = last;
        out.resolved = day.has_value();
        out.day = day.value_or(Date());
        return out;
    }

    std::optional<Mention> iso_date(std::size_t i) const {
        const int year = digits(i, 4);
        if (year < 1900 || !text_.tokens().is(i + 1, "-") || !text_.tokens().is(i + 3, "-")) {
            return std::nullopt;
        }
        const auto day = date_of(year, digits(i + 2, 2), digits(i + 4, 2));
        return day ? point(i, i + 5, day) : std::nullopt;
    }

    std::optional<Mention> dotted_date(std::size_t i) const {
        const bool dotted = text_.tokens().is(i + 1, ".") && text_.tokens().is(i + 3, ".");
        const int year = dotted ? digits(i + 4, 4) : -1;
        if (year < 1900) {
            return std::nullopt;
        }
        const auto day = date_of(year, digits(i + 2, 2), digits(i, 2));
        return day ? point(i, i + 5, day) : std::nullopt;
    }

    static std::optional<Date> date_of(int year, int month, int day) {
        if (month < 1 || day < 1) {
            return std::nullopt;
        }
        return Date::from_ymd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
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
        return published_ ? last_month_day(*published_, month, day) : std::nullopt;
    }

    std::optional<Mention> day_month(std::size_t i) const {
        const int day = digits(i, 2);
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
        return point(i, last, date);
    }

    bool only_day_glue(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            const Token& token = text_.tokens().list[i];
            const bool ending = token.kind == TokenKind::kWord && !token.space_before;
            if (!text_.tokens().is(i, ".") && !text_.tokens().is(i, "-") && !ending &&
                !text_.at(i, Meaning::kFiller)) {
                return false;
            }
        }
        return true;
    }

    std::optional<Mention> month_day(std::size_t i) const {
        const auto month = text_.at(i, Meaning::kMonth);
        if (!month || !text_.tokens().list[i].capital || text_.lexicon().lang != "en") {
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
        return point(i, last, date);
    }

    /// "in the last two days", "på halvanden uge", "за сутки".
    std::optional<Mention> within(std::size_t i) const {
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
        Mention out;
        out.role = Role::kWindow;
        out.first = i;
        out.last = unit->last;
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
    std::optional<Mention> days_ago(std::size_t i) const {
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
        return point(i, after ? after->last : unit->last,
                     published_ ? std::optional(published_->plus_days(-back)) : std::nullopt);
    }

    std::optional<Mention> this_period(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kThisPeriod);
        if (!found) {
            return std::nullopt;
        }
        Mention out;
        out.role = Role::kWindow;
        out.first = i;
        out.last = found->last;
        out.monthly = true;
        out.resolved = published_.has_value();
        if (published_) {
            out.day = period_start(*published_, static_cast<int>(found->what->value));
        }
        return out;
    }

    static Date period_start(Date anchor, int days) {
        const auto date = ymd(anchor);
        if (days >= 365) {
            return Date(sys_days(date.year() / std::chrono::January / 1));
        }
        if (days >= 30) {
            return Date(sys_days(date.year() / date.month() / 1));
        }
        return days >= 7 ? last_weekday(anchor, 1) : anchor;
    }

    std::optional<Mention> last_period(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kLastPeriod);
        if (!found) {
            return std::nullopt;
        }
        Mention out;
        out.role = Role::kWindow;
        out.first = i;
        out.last = found->last;
        out.ends = out.monthly = true;
        out.resolved = published_.has_value();
        if (published_) {
            const int days = static_cast<int>(found->what->value);
            out.end = period_start(*published_, days).plus_days(-1);
            out.day = period_start(out.end, days);
        }
        return out;
    }

    std::optional<Mention> weekday(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kWeekday);
        if (!found) {
            return std::nullopt;
        }
        const auto number = static_cast<unsigned>(found->what->value);
        return point(i, found->last,
                     published_ ? std::optional(last_weekday(*published_, number)) : std::nullopt);
    }

    std::optional<Mention> relative(std::size_t i) const {
        const auto found = text_.at(i, Meaning::kRelativeDay);
        if (!found) {
            return std::nullopt;
        }
        const int days = static_cast<int>(found->what->value);
        return point(i, found->last,
                     published_ ? std::optional(published_->plus_days(days)) : std::nullopt);
    }

    std::optional<Mention> in_month(std::size_t i) const {
        const auto in = text_.at(i, Meaning::kInMonth);
        if (in && digits(in->last, 4) >= 1900) {
            return whole_year(i, in->last);
        }
        const auto month = in ? text_.at(in->last, Meaning::kMonth) : std::nullopt;
        if (!month || month_day(in->last)) { // "since September 6" is a day
            return std::nullopt;
        }
        Mention out;
        out.role = Role::kWindow;
        out.first = i;
        out.last = month->last;
        out.monthly = true;
        std::size_t last = out.last;
        const auto first = with_year(static_cast<unsigned>(month->what->value), 1, last);
        out.last = last;
        out.resolved = first.has_value();
        if (first) {
            out.day = *first;
            out.end = month_end(*first);
            out.ends = !published_ || out.end <= *published_;
        }
        return out;
    }

    /// "in 2024".
    std::optional<Mention> whole_year(std::size_t first, std::size_t at) const {
        const int year = digits(at, 4);
        Mention out;
        out.role = Role::kWindow;
        out.first = first;
        out.last = at + 1;
        out.monthly = out.resolved = true;
        out.day = date_of(year, 1, 1).value_or(Date());
        out.end = date_of(year, 12, 31).value_or(Date());
        out.ends = !published_ || out.end <= *published_;
        return out;
    }

    void take_preposition(Mention& mention) const {
        if (mention.role == Role::kWindow && mention.back > 0.0) {
            return;
        }
        std::size_t at = mention.first;
        for (int n = 0; n < 2 && at > s_.first; ++n) {
            const auto since = text_.ending_at(at, Meaning::kSince);
            const auto until = text_.ending_at(at, Meaning::kUntil);
            if (since && since->first >= s_.first) {
                mention.role = Role::kSince;
                mention.first = since->first;
                return;
            }
            if (until && until->first >= s_.first) {
                mention.role = Role::kUntil;
                mention.first = until->first;
                return;
            }
            const auto filler = text_.ending_at(at, Meaning::kFiller);
            if (!filler) {
                return;
            }
            at = filler->first;
        }
    }

    const Annotated& text_;
    Sentence s_;
    std::optional<Date> published_;
};

std::string words_of(const Annotated& text, const Mention& m, std::string_view input) {
    const std::size_t begin = text.tokens().list[m.first].begin;
    const std::size_t end = text.tokens().list[m.last - 1].end;
    return std::string(input.substr(begin, end - begin));
}

std::size_t gap(const Mention& m, const Annotated::Found& verb) {
    return verb.last <= m.first   ? m.first - verb.last
           : m.last <= verb.first ? verb.first - m.last
                                  : 0;
}

/// How far, in tokens, a day may stand from the verb of speech and still be the day of speaking:
/// "On Saturday, President Volodymyr Zelensky said", "siger X, Y, lørdag aften".
constexpr std::size_t kBesideSpeech = 9;

bool beside_speech(const Annotated& text, Sentence s, const Mention& m) {
    const auto verbs = text.all(Meaning::kSpeech, s.first, s.last);
    return std::any_of(verbs.begin(), verbs.end(),
                       [&](const Annotated::Found& verb) { return gap(m, verb) <= kBesideSpeech; });
}

/// When it was said, then the window, which reaches back from there.
class Assembler {
  public:
    Assembler(const Annotated& text, Sentence s, std::string_view input,
              std::optional<Date> published)
        : text_(text), s_(s), input_(input), published_(published) {}

    SentenceDays run(const std::vector<Mention>& mentions) {
        for (const Mention& m : mentions) {
            if (m.role == Role::kPoint && out_.stated.words.empty() &&
                beside_speech(text_, s_, m)) {
                set(out_.stated, m, m.day);
            }
        }
        for (const Mention& m : mentions) {
            place(m);
        }
        if (out_.as_of.words.empty() && !out_.stated.words.empty()) {
            out_.as_of = out_.stated;
        }
        return std::move(out_);
    }

  private:
    void set(StatedDay& target, const Mention& m, Date day) {
        if (!target.words.empty()) {
            return;
        }
        target.words = words_of(text_, m, input_);
        if (m.resolved) {
            target.date = day;
        } else {
            out_.warnings.push_back("\"" + target.words +
                                    "\" cannot be resolved without a publication date");
        }
    }

    void place(const Mention& m) {
        switch (m.role) {
        case Role::kSince:
            set(out_.since, m, m.day);
            return;
        case Role::kUntil:
            set(out_.as_of, m, m.ends ? m.end : m.day);
            return;
        case Role::kWindow:
            place_window(m);
            return;
        case Role::kPoint:
            break;
        }
        if (out_.stated.words != words_of(text_, m, input_)) {
            set(out_.since, m, m.day);
            set(out_.as_of, m, m.day);
        }
    }

    void place_window(Mention m) {
        const auto anchor = out_.stated.date ? out_.stated.date : published_;
        if (m.back > 0.0) {
            m.resolved = anchor.has_value();
            if (anchor) {
                m.day = anchor->plus_days(-static_cast<int>(std::floor(m.back)));
            }
        }
        if (!out_.since.words.empty()) {
            return;
        }
        set(out_.since, m, m.day);
        if (out_.as_of.words.empty() && m.resolved && (m.ends || anchor)) {
            out_.as_of.words = out_.since.words;
            out_.as_of.date = m.ends ? m.end : *anchor;
        }
    }

    const Annotated& text_;
    Sentence s_;
    std::string_view input_;
    std::optional<Date> published_;
    SentenceDays out_;
};

} // namespace

SentenceDays read_days(const Annotated& text, Sentence s, std::string_view input,
                       std::optional<Date> published) {
    const std::vector<Mention> mentions = DayReader(text, s, published).run();
    return Assembler(text, s, input, published).run(mentions);
}

} // namespace engine
