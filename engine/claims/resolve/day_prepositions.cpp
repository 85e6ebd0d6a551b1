// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_prepositions.hpp"

#include "engine/claims/resolve/calendar.hpp"

#include <algorithm>

namespace engine {
namespace {

/// "since the counteroffensive that began on 4 June", "since Russia's full-scale invasion on 24
/// February": the day of what the window opens with. Whether there is such an event.
bool take_event(const Annotated& text, Sentence s, DayMention& mention, bool last_day) {
    constexpr std::size_t kReach = 16; // tokens
    constexpr Meanings kOther =
        bit_of(Meaning::kUnit) | bit_of(Meaning::kSpeech) | bit_of(Meaning::kPercent);
    const bool month = mention.role == DayMention::Role::kWindow && mention.monthly;
    if (mention.role != DayMention::Role::kPoint && !month) {
        return false;
    }
    const std::size_t from = std::max(s.first, mention.first - std::min(mention.first, kReach));
    for (std::size_t i = mention.first; i-- > from;) {
        const bool inside_word = text.tokens().is(i, "-") || text.tokens().is(i, "'");
        if ((text.tokens().list[i].kind != TokenKind::kWord && !inside_word) ||
            text.has_any(kOther, i, i + 1)) {
            return false;
        }
        const auto since = text.at(i, Meaning::kSince);
        // "da parte delle forze russe in ottobre" is "by", and no "since"
        const bool opens = since && (since->what->key == "since" ||
                                     (since->what->key == "since_or_from" && !month));
        if (opens && since->last < mention.first) {
            begin_with(mention, last_day);
            mention.first = i;
            return true;
        }
    }
    return false;
}

/// Words of one clause that say where, at most, between a day and what begins on it: "broke out
/// near the village on Tuesday", "die zondag bij Ede uitbrak".
constexpr std::size_t kPlaceLong = 6; // tokens

bool may_say_where(const Annotated& text, std::size_t i) {
    constexpr Meanings kOther =
        bit_of(Meaning::kUnit) | bit_of(Meaning::kSpeech) | bit_of(Meaning::kTake) |
        bit_of(Meaning::kRegain) | bit_of(Meaning::kLose) | bit_of(Meaning::kNature) |
        bit_of(Meaning::kNumberAnd) | bit_of(Meaning::kUntil) | bit_of(Meaning::kGrow) |
        bit_of(Meaning::kWeekday) | bit_of(Meaning::kMonth) | bit_of(Meaning::kLastPeriod);
    const bool word = text.tokens().list[i].kind == TokenKind::kWord || text.tokens().is(i, "-");
    return word && !text.has_any(kOther, i, i + 1);
}

/// "that broke out on Tuesday", "das am Dienstag ausbrach": a day that something begins on.
bool is_beginning(const Annotated& text, Sentence s, const DayMention& mention) {
    const PhraseList& begins = text.lexicon().begins;
    const std::size_t least =
        mention.first > s.first + kPlaceLong ? mention.first - kPlaceLong : s.first;
    for (std::size_t i = mention.first; i > least; --i) {
        if (text.phrase_before(i, begins)) {
            return true;
        }
        if (!may_say_where(text, i - 1)) {
            break;
        }
    }
    const std::size_t most = std::min(mention.last + kPlaceLong, s.last);
    for (std::size_t i = mention.last; i < most && may_say_where(text, i); ++i) {
        if (const auto last = text.phrase_at(i, begins, s.last)) {
            const auto ends = [&](std::size_t at) {
                return at < s.last && text.tokens().list[at].kind == TokenKind::kMark;
            };
            return i == mention.last || ends(*last) || ends(*last + 1); // "ausgebrochen war,"
        }
    }
    return false;
}

/// Where "the end of" begins before a mention, over an article ("Ende des dritten Quartals"); its
/// own first token where it has those words inside, or none.
std::size_t first_of_last_day(const Annotated& text, const DayMention& mention) {
    const auto& ends = text.lexicon().month_ends;
    const auto filler = text.ending_at(mention.first, Meaning::kFiller);
    const auto before = text.phrase_before(mention.first, ends);
    const auto over = filler ? text.phrase_before(filler->first, ends) : std::nullopt;
    return before.value_or(over.value_or(mention.first));
}

/// "Between New Year and mid-September", "between the landing and May": the other end of a span
/// that begins with no day.
bool closes_between(const Annotated& text, Sentence s, const DayMention& mention) {
    constexpr std::size_t kReach = 8; // tokens from "between" to "and"
    const auto both = text.ending_at(mention.first, Meaning::kRangeAnd);
    if (!both || mention.role != DayMention::Role::kWindow) {
        return false;
    }
    const std::size_t from = both->first > s.first + kReach ? both->first - kReach : s.first;
    for (std::size_t i = both->first; i-- > from;) {
        const auto between = text.at(i, Meaning::kBetween);
        if (between && between->what->key == "between") {
            return true;
        }
        if (text.tokens().list[i].kind != TokenKind::kWord) {
            return false;
        }
    }
    return false;
}

/// "By the end of August", "Ende des dritten Quartals": the last day of it, whatever began before.
bool names_last_day(const Annotated& text, const DayMention& mention) {
    const auto& ends = text.lexicon().month_ends;
    return mention.role != DayMention::Role::kPoint && mention.monthly &&
           (first_of_last_day(text, mention) < mention.first ||
            text.phrase_at(mention.first, ends, mention.last));
}

} // namespace

void begin_with(DayMention& mention, bool last_day) {
    mention.role = DayMention::Role::kSince;
    mention.day = mention.bound.value_or(last_day && mention.ends ? mention.end : mention.day);
}

void take_preposition(const Annotated& text, Sentence s, DayMention& mention) {
    if (mention.role == DayMention::Role::kWindow && mention.back > 0.0) {
        return;
    }
    if (closes_between(text, s, mention)) {
        mention.role = DayMention::Role::kUntil;
        mention.end = mention.bound.value_or(mention.end);
        return;
    }
    const bool begins = is_beginning(text, s, mention);
    if (begins && mention.role == DayMention::Role::kPoint) {
        begin_with(mention, false);
        return;
    }
    const bool last_day = names_last_day(text, mention);
    std::size_t at = last_day ? first_of_last_day(text, mention) : mention.first;
    for (int n = 0; n < 2 && at > s.first; ++n) {
        const auto since = text.ending_at(at, Meaning::kSince);
        const auto until = text.ending_at(at, Meaning::kUntil);
        if (since && since->first >= s.first) {
            begin_with(mention, last_day);
            mention.first = since->first;
            return;
        }
        if (until && until->first >= s.first) {
            mention.role = DayMention::Role::kUntil;
            mention.end = mention.bound.value_or(mention.end);
            mention.first = until->first;
            return;
        }
        const auto filler = text.ending_at(at, Meaning::kFiller);
        if (!filler) {
            break;
        }
        at = filler->first;
    }
    if (take_event(text, s, mention, last_day)) {
        return;
    }
    if (last_day) {
        mention.role = DayMention::Role::kUntil;
    } else if (begins && mention.ends) {
        begin_with(mention, false); // "which broke out last week"
    }
}

namespace {

/// Whether only a mark, or a word of no matter to days, stands in [from, to).
bool beside(const Annotated& text, std::size_t from, std::size_t to) {
    constexpr std::size_t kMost = 2; // tokens: ", den"
    constexpr Meanings kOther = bit_of(Meaning::kParty) | bit_of(Meaning::kUnit) |
                                bit_of(Meaning::kSpeech) | bit_of(Meaning::kTake);
    return from <= to && to - from <= kMost && !text.has_any(kOther, from, to);
}

/// "On Monday and Tuesday": two days with nothing but "and" between.
bool are_days_in_a_row(const Annotated& text, const DayMention& before, const DayMention& mention) {
    const auto is_day = [](const DayMention& m) {
        return m.role == DayMention::Role::kPoint && m.resolved;
    };
    const auto joined = text.at(before.last, Meaning::kNumberAnd);
    return is_day(before) && is_day(mention) && before.day.plus_days(1) == mention.day && joined &&
           beside(text, joined->last, mention.first);
}

/// The last day of a month stays one: of February, in any year.
Date earlier_by(Date day, int days) {
    constexpr int kMonth = 30;
    constexpr double kYear = 365.25;
    if (days < kMonth) {
        return day.plus_days(-days);
    }
    const bool last = month_end(day) == day;
    const Date before = days == kMonth ? period_start(day, kMonth).plus_days(-1)
                                       : days_before(day.plus_days(last ? 1 : 0), kYear);
    if (days > kMonth) {
        return before.plus_days(last ? -1 : 0);
    }
    const Date same = period_start(before, kMonth).plus_days(day - period_start(day, kMonth));
    return last || same > before ? before : same;
}

} // namespace

void add_mention(const Annotated& text, DayMention mention, std::vector<DayMention>& mentions) {
    using Role = DayMention::Role;
    const auto reaches_back = [](const DayMention& m) {
        return m.role == Role::kWindow && m.back > 0.0;
    };
    DayMention* before = mentions.empty() ? nullptr : &mentions.back();
    if (before != nullptr && reaches_back(*before) && mention.role == Role::kSince &&
        before->last == mention.first) { // "in the three weeks since 6 August"
        *before = mention;
        return;
    }
    if (before != nullptr && are_days_in_a_row(text, *before, mention)) {
        before->role = Role::kWindow;
        before->end = mention.day;
        before->ends = true;
        before->last = mention.last;
        return;
    }
    if (before != nullptr && mention.earlier && before->last == mention.first && before->resolved &&
        before->monthly && before->ends) { // "in August a year earlier"
        before->day = earlier_by(before->day, mention.before_other);
        before->end = earlier_by(before->end, mention.before_other);
        before->last = mention.last;
        return;
    }
    const bool reaches = before != nullptr && reaches_back(*before);
    const bool this_year =
        before != nullptr && before->of_end > 0; // "from the start of the year to"
    if ((reaches || this_year) && mention.role == Role::kPoint) {
        const auto to = text.at(before->last, Meaning::kRange);
        const auto word = to ? to : text.at(before->last, Meaning::kRangeAnd);
        if (word && beside(text, word->last, mention.first)) {
            mention.role = Role::kUntil;
        } else if (reaches && before->back <= 1.0 && beside(text, before->last, mention.first)) {
            *before = mention;
            return;
        }
    }
    const bool same_day = before != nullptr && reaches_back(mention) && mention.back <= 1.0 &&
                          before->role == Role::kPoint && before->resolved &&
                          beside(text, before->last, mention.first);
    if (!same_day) {
        mentions.push_back(mention);
    }
}

namespace {

/// "A year earlier": as long as the other, or the day of it, so long before.
void shift_from(DayMention& m, const DayMention& other, std::optional<Date> published) {
    using Role = DayMention::Role;
    const bool begins = other.role == Role::kWindow || other.role == Role::kSince;
    const bool ends = other.role == Role::kUntil || (other.role == Role::kWindow && other.ends);
    const auto end =
        ends ? std::optional(other.monthly || other.role == Role::kWindow ? other.end : other.day)
             : published;
    if (!other.resolved || !end || other.back > 0.0) {
        return;
    }
    m.role = begins ? Role::kWindow : other.role;
    m.day = earlier_by(begins || other.role == Role::kPoint ? other.day : *end, m.before_other);
    m.end = earlier_by(*end, m.before_other);
    m.resolved = m.ends = true;
}

} // namespace

void count_from_others(std::vector<DayMention>& mentions, const std::vector<DayMention>& before,
                       std::optional<Date> published) {
    constexpr int kShorter = 2; // days: a February is a month; "the year before" July is none
    const auto is_other = [](const DayMention& m) {
        const bool window = m.role == DayMention::Role::kWindow && m.back == 0.0;
        return window && m.resolved && m.monthly;
    };
    const auto last = std::ranges::find_if(before.rbegin(), before.rend(), is_other);
    const DayMention* other = last == before.rend() ? nullptr : &*last;
    const DayMention* any = other;
    for (DayMention& m : mentions) {
        if (m.earlier) {
            if (any != nullptr) {
                shift_from(m, *any, published);
            }
        } else if (m.before_other > 0 && other != nullptr) {
            m.end = other->day.plus_days(-1);
            m.day = period_start(m.end, m.before_other);
            const int length = other->of_end > 0 ? other->of_end : other->end - other->day + 1;
            m.resolved = m.ends = length >= m.before_other - kShorter;
        }
        other = is_other(m) ? &m : other;
        any = m.resolved ? &m : any;
    }
}

} // namespace engine
