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

/// "that broke out on Tuesday", "das am Dienstag ausbrach": a day that something begins on.
bool is_beginning(const Annotated& text, Sentence s, const DayMention& mention) {
    const PhraseList& begins = text.lexicon().begins;
    constexpr std::size_t kLongest = 4; // bytes of "on", "am", "el", "на"
    const bool preposition = mention.first > s.first &&
                             !text.tokens().list[mention.first - 1].capital &&
                             text.tokens().word(mention.first - 1).size() <= kLongest;
    return mention.role == DayMention::Role::kPoint &&
           (text.phrase_before(mention.first, begins) ||
            (preposition && text.phrase_before(mention.first - 1, begins)) ||
            text.phrase_at(mention.last, begins, s.last));
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
    if (is_beginning(text, s, mention)) {
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
    if (!take_event(text, s, mention, last_day) && last_day) {
        mention.role = DayMention::Role::kUntil;
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

void count_from_others(std::vector<DayMention>& mentions, const std::vector<DayMention>& before) {
    const auto is_other = [](const DayMention& m) {
        const bool window = m.role == DayMention::Role::kWindow && m.back == 0.0;
        return window && m.resolved && m.monthly;
    };
    const auto last = std::ranges::find_if(before.rbegin(), before.rend(), is_other);
    const DayMention* other = last == before.rend() ? nullptr : &*last;
    for (DayMention& m : mentions) {
        if (m.before_other > 0 && other != nullptr) {
            m.end = other->day.plus_days(-1);
            m.day = period_start(m.end, m.before_other);
            m.resolved = m.ends = true;
        }
        other = is_other(m) ? &m : other;
    }
}

} // namespace engine
