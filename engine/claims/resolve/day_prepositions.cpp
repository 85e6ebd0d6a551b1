// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/day_prepositions.hpp"

#include "engine/claims/resolve/calendar.hpp"

#include <algorithm>

namespace engine {
namespace {

/// "since the counteroffensive that began on 4 June", "since Russia's full-scale invasion on 24
/// February": the day of what the window opens with.
void take_event(const Annotated& text, Sentence s, DayMention& mention) {
    constexpr std::size_t kReach = 10; // tokens
    constexpr Meanings kOther =
        bit_of(Meaning::kUnit) | bit_of(Meaning::kSpeech) | bit_of(Meaning::kPercent);
    if (mention.role != DayMention::Role::kPoint) {
        return;
    }
    const std::size_t from = std::max(s.first, mention.first - std::min(mention.first, kReach));
    for (std::size_t i = mention.first; i-- > from;) {
        const bool inside_word = text.tokens().is(i, "-") || text.tokens().is(i, "'");
        if ((text.tokens().list[i].kind != TokenKind::kWord && !inside_word) ||
            text.has_any(kOther, i, i + 1)) {
            return;
        }
        const auto since = text.at(i, Meaning::kSince);
        if (since && since->what->key == "since" && since->last < mention.first) {
            mention.role = DayMention::Role::kSince;
            mention.first = i;
            return;
        }
    }
}

} // namespace

void take_preposition(const Annotated& text, Sentence s, DayMention& mention) {
    if (mention.role == DayMention::Role::kWindow && mention.back > 0.0) {
        return;
    }
    std::size_t at = mention.first;
    for (int n = 0; n < 2 && at > s.first; ++n) {
        const auto since = text.ending_at(at, Meaning::kSince);
        const auto until = text.ending_at(at, Meaning::kUntil);
        if (since && since->first >= s.first) {
            mention.role = DayMention::Role::kSince;
            mention.first = since->first;
            return;
        }
        if (until && until->first >= s.first) {
            mention.role = DayMention::Role::kUntil;
            mention.first = until->first;
            return;
        }
        const auto filler = text.ending_at(at, Meaning::kFiller);
        if (!filler) {
            break;
        }
        at = filler->first;
    }
    take_event(text, s, mention);
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
