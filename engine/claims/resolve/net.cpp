// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/net.hpp"

#include "engine/claims/resolve/deed_verb.hpp"

#include <algorithm>

namespace engine {

bool is_net(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr std::size_t kBehind = 4; // tokens: "in May on balance"
    constexpr std::size_t kOwn = 4;    // "net territorial gain"
    constexpr Meanings kChanges = bit_of(Meaning::kTake) | bit_of(Meaning::kLose) |
                                  bit_of(Meaning::kRegain) | bit_of(Meaning::kWithdraw);
    const auto& net = text.lexicon().net;
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto last = text.phrase_at(i, net, s.last);
        if (!last) {
            continue;
        }
        if (*last <= draft.first) {
            const bool told = text.has_any(kChanges, *last, std::min(*last + kOwn, draft.first));
            std::size_t deeds = told ? 0 : 1;
            for (std::size_t at = *last; at < draft.first; ++at) {
                deeds += text.has_any(kChanges, at, at + 1) ? 1U : 0U;
            }
            if (deeds <= 1 && !contrast_between(text, *last, draft.first)) {
                return true;
            }
        } else if (i >= draft.last && i - draft.last <= kBehind &&
                   !text.has_any(kChanges, *last, *last + 1)) {
            return true;
        }
    }
    return false;
}

namespace {

/// "…than it lost", "than Ukraine": what the other side won is taken off.
bool names_rival(const Annotated& text, Sentence s, std::size_t from, ClaimDirection direction) {
    constexpr std::size_t kVerb = 6; // tokens: "than Ukrainian forces have recaptured"
    constexpr std::size_t kName = 2; // tokens: "than Ukraine"
    const Meanings wins = bit_of(Meaning::kTake);
    const Meanings loses =
        bit_of(Meaning::kLose) | bit_of(Meaning::kRegain) | bit_of(Meaning::kWithdraw);
    const bool gained = direction == ClaimDirection::kGained;
    const std::size_t to = std::min(from + kVerb, s.last);
    return text.has_any(gained ? loses : wins, from, to) ||
           (text.has(Meaning::kParty, from, std::min(from + kName, s.last)) &&
            !text.has_any(gained ? wins : loses, from, to));
}

/// "More than three years into the war", "more than a year after": of a time, and of no area.
bool tells_time(const Annotated& text, std::size_t i) {
    return text.tokens().list[i].kind == TokenKind::kDigits ||
           (!text.is_locative(i) &&
            text.has_any(bit_of(Meaning::kFiller) | bit_of(Meaning::kNumber), i, i + 1));
}

ClaimDirection opposite(ClaimDirection direction) {
    return direction == ClaimDirection::kGained ? ClaimDirection::kLost : ClaimDirection::kGained;
}

} // namespace

std::optional<Deed> difference_of(const Annotated& text, Sentence s, const Draft& draft,
                                  const Deed& deed) {
    const Lexicon& lexicon = text.lexicon();
    const auto more = text.phrase_at(draft.last, lexicon.more, s.last);
    const auto fewer = text.phrase_at(draft.last, lexicon.fewer, s.last);
    const bool may_be = draft.claim.kind == ClaimKind::kArea && deed.measure && !deed.of_another;
    if (!may_be || (!more && !fewer)) {
        return std::nullopt;
    }
    std::size_t behind = more ? *more : *fewer;
    if (const auto noun = text.at(behind, Meaning::kAreaNoun)) {
        behind = noun->last; // "more territory"
    }
    const auto than = text.phrase_at(behind, lexicon.than, s.last);
    if (deed.measure == Measure::held) {
        const ClaimDirection way = more ? ClaimDirection::kGained : ClaimDirection::kLost;
        return than && *than < s.last && tells_time(text, *than) ? Deed{}
                                                                 : Deed{way, Measure::net, false};
    }
    if (!than) {
        return std::nullopt; // "took 200 km² more": besides what was told
    }
    if (!names_rival(text, s, *than, deed.direction)) {
        return Deed{};
    }
    return Deed{more ? deed.direction : opposite(deed.direction), Measure::net, false};
}

} // namespace engine
