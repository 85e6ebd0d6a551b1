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

} // namespace engine
