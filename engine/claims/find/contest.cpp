// SPDX-License-Identifier: MIT
#include "engine/claims/find/contest.hpp"

#include "engine/claims/find/draft.hpp"

#include <algorithm>

namespace engine {
namespace {

/// "Russia has captured", "kontrollierte Russland": a verb close to a party, with nothing but words
/// without a capital between.
bool acts(const Annotated& text, Sentence s, const Annotated::Found& party) {
    constexpr std::size_t kReach = 3; // tokens: "forces", "have"
    const auto& list = text.tokens().list;
    const bool begins = party.first == s.first;
    if (!begins &&
        (list[party.first - 1].capital || text.tokens().is(party.first - 1, "-") ||
         text.is_locative(party.first - 1) || text.phrase_before(party.first, text.lexicon().of))) {
        return false; // "United Russia", "pro-Russian", "of Ukraine"
    }
    if (text.lexicon().verb_second && party.last < s.last) {
        const bool noun = list[party.last].capital;
        const bool number = list[party.last].kind == TokenKind::kDigits; // "hat … 12 Orte erobert"
        const std::size_t end = std::min(party.last + 2 * kReach, s.last);
        if ((!noun && text.ends_any(kDeeds, party.first)) ||
            (number && text.has_any(kDeeds, party.last, end))) {
            return true;
        }
    }
    for (std::size_t i = party.last; i < std::min(party.last + kReach, s.last); ++i) {
        if (list[i].kind != TokenKind::kWord ||
            text.phrase_at(i, text.lexicon().contests, s.last)) {
            return false;
        }
        if (text.has_any(kDeeds, i, i + 1)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_contest(const Annotated& text, Sentence s) {
    if (!text.has_phrase(text.lexicon().contests, s.first, s.last)) {
        return false;
    }
    const auto parties = text.all(Meaning::kParty, s.first, s.last);
    return std::ranges::none_of(
        parties, [&](const Annotated::Found& party) { return acts(text, s, party); });
}

} // namespace engine
