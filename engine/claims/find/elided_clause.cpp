// SPDX-License-Identifier: MIT
// Clauses of their own whose figure leaves its unit out: "while Ukraine retook 79".
#include "engine/claims/find/elided_clause.hpp"

#include "engine/claims/find/draft.hpp"

#include <algorithm>

namespace engine {

bool is_like(const Quantity& q, const AreaBefore& before) {
    constexpr double kMostTimes = 50.0;
    return !q.vague && q.value <= kMostTimes * before.value && before.value <= kMostTimes * q.value;
}

bool ends_count(const Annotated& text, Sentence s, std::size_t at) {
    constexpr Meanings kCounted = bit_of(Meaning::kPercent) | bit_of(Meaning::kUnit) |
                                  bit_of(Meaning::kLength) | bit_of(Meaning::kTimes);
    const bool mark = at < s.last && text.tokens().list[at].kind == TokenKind::kMark;
    const bool money = text.tokens().is(at, "$") || text.tokens().is(at, "€") ||
                       text.tokens().is(at, "£") || text.tokens().is(at, "'");
    return at >= s.last || (mark && !money && !text.has_any(kCounted, at, at + 1));
}

bool counts_no_noun(const Annotated& text, Sentence s, std::size_t at) {
    constexpr Meanings kWhen = bit_of(Meaning::kInMonth) | bit_of(Meaning::kSince) |
                               bit_of(Meaning::kUntil) | bit_of(Meaning::kWeekday) |
                               bit_of(Meaning::kRelativeDay) | bit_of(Meaning::kLastPeriod) |
                               bit_of(Meaning::kThisPeriod) | bit_of(Meaning::kSeason) |
                               bit_of(Meaning::kPer) | bit_of(Meaning::kWithin);
    return ends_count(text, s, at) || text.is_locative(at) || text.has_any(kWhen, at, at + 1);
}

bool is_clause_of_nature(const Annotated& text, Sentence s, const Quantity& q,
                         const AreaBefore& before) {
    constexpr std::size_t kReach = 9; // tokens from the clause's beginning to the number
    if (!is_like(q, before) || !ends_count(text, s, q.last) ||
        !is_digits(text.tokens(), q.first, q.last)) {
        return false;
    }
    // The fire "killed 30" as well: what is told of the land stands right beside the number.
    constexpr std::size_t kAdverbs = 2; // "już 85", "nur noch 85"
    std::size_t at = hedge_before(text, s, q.first).first;
    std::size_t told = 0;
    for (std::size_t n = 0; n <= kAdverbs && at > s.first && told == 0; ++n) {
        told = text.ends_any(bit_of(Meaning::kNature), at) ? at : 0;
        const auto filler = text.ending_at(at, Meaning::kFiller);
        const auto adverb = text.phrase_before(at, text.lexicon().behind_part);
        if (!filler && !adverb) {
            break;
        }
        at = adverb ? *adverb : filler->first;
    }
    if (told == 0) {
        return false;
    }
    const std::size_t from = q.first > s.first + kReach ? q.first - kReach : s.first;
    for (std::size_t i = q.first; i-- > from;) {
        if (text.ends_any(bit_of(Meaning::kNumberAnd), i + 1) || text.tokens().is(i, ",") ||
            text.tokens().is(i, ";")) {
            return told >= i;
        }
        if (text.tokens().list[i].kind != TokenKind::kWord) {
            return false;
        }
    }
    return false;
}

namespace {

/// Where the clause of a deed ends that has its verb right beside a number ("retook 79", "400
/// einnahm"), or 0. What is lost may be men as well.
std::size_t behind_deed(const Annotated& text, Sentence s, const Quantity& q) {
    constexpr int kMostFillers = 2;
    Meanings deeds = bit_of(Meaning::kTake) | bit_of(Meaning::kRegain) | bit_of(Meaning::kHold);
    for (const Meaning meaning : {Meaning::kTake, Meaning::kRegain}) {
        if (const auto verb = text.at(q.last, meaning); verb && verb->last <= s.last) {
            return verb->last;
        }
    }
    for (const auto& unit : text.all(Meaning::kUnit, s.first, q.first)) {
        // "lost 600 km² in September and lost 500 in October"
        deeds |= text.has(Meaning::kLose, s.first, unit.last) ? bit_of(Meaning::kLose) : 0;
    }
    std::size_t at = hedge_before(text, s, q.first).first;
    for (int n = 0; n <= kMostFillers && at > s.first; ++n) {
        if (text.ends_any(deeds, at)) {
            return q.last;
        }
        const auto filler = text.ending_at(at, Meaning::kFiller);
        const auto verb = text.phrase_before(at, text.lexicon().behind_part); // "gain was"
        if ((!filler || filler->first < s.first) && !verb) {
            break;
        }
        at = verb.value_or(filler ? filler->first : at);
    }
    return 0;
}

} // namespace

bool is_clause_of_deed(const Annotated& text, Sentence s, const Quantity& q,
                       const AreaBefore& before) {
    constexpr std::size_t kReach = 10; // tokens from the clause's beginning to the number
    std::size_t behind = behind_deed(text, s, q);
    if (const auto back = text.phrase_at(behind, text.lexicon().behind_part, s.last);
        back && behind > 0 && behind < s.last) {
        behind = *back; // "tog 79 tilbage"
    }
    const bool ends = behind > 0 && (ends_count(text, s, behind) || text.is_locative(behind) ||
                                     text.has_any(bit_of(Meaning::kInMonth), behind, behind + 1));
    if (!is_like(q, before) || !ends || !is_digits(text.tokens(), q.first, q.last)) {
        return false;
    }
    const std::size_t from = q.first > s.first + kReach ? q.first - kReach : s.first;
    for (std::size_t i = q.first; i-- > from;) {
        if (text.ends_any(bit_of(Meaning::kUnit), i + 1)) {
            return false;
        }
        const bool same = text.ends_any(bit_of(Meaning::kNumberAnd), i + 1) &&
                          text.has(Meaning::kLose, i + 1, q.first);
        if (same && text.has(Meaning::kInMonth, q.last, std::min(q.last + 1, s.last))) {
            return true;
        }
        const bool and_party = text.ends_any(bit_of(Meaning::kNumberAnd), i + 1) &&
                               text.at(i + 1, Meaning::kParty); // "and Ukraine regained 516"
        if (and_party || text.tokens().is(i, ",") || text.tokens().is(i, ";") ||
            text.phrase_before(i + 1, text.lexicon().contrast)) {
            return text.has(Meaning::kParty, i, q.first) ||
                   text.has_phrase(text.lexicon().pronouns, i, q.first);
        }
    }
    return false;
}

} // namespace engine
