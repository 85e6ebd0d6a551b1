// SPDX-License-Identifier: MIT
// Verbs whose parts stand apart: "tog 50 km² tilbage", "60 km² gaben die Ukrainer auf".
#include "engine/claims/resolve/deed_verb.hpp"

#include <algorithm>

namespace engine {
namespace {

/// Whether these words stand at token i.
bool stands_at(const Annotated& text, const std::vector<std::string>& words, std::size_t i) {
    for (std::size_t n = 0; n < words.size(); ++n) {
        if (i + n >= text.size() || text.tokens().word(i + n) != words[n]) {
            return false;
        }
    }
    return true;
}

/// Whether no clause goes on at token i: a mark or "and" stands there, or the sentence has ended.
bool ends_clause(const Annotated& text, Sentence s, std::size_t i) {
    return i >= s.last || text.tokens().list[i].kind == TokenKind::kMark ||
           text.at(i, Meaning::kNumberAnd).has_value();
}

/// Where the words a verb ends with stand in the clause of token `from`.
std::optional<Annotated::Found> end_of(const Annotated& text, Sentence s, std::size_t from,
                                       const SplitVerb& verb) {
    constexpr std::size_t kReach = 8; // tokens: "in der Region Sumy", "die Ukrainer im Mai"
    const bool closes = text.lexicon().ends_close_clause && verb.verb.key != "add";
    for (std::size_t i = from; i < std::min(from + kReach, s.last); ++i) {
        for (const std::vector<std::string>& words : verb.ends) {
            const std::size_t last = i + words.size();
            if (stands_at(text, words, i) && (!closes || ends_clause(text, s, last))) {
                return Annotated::Found{i, last, &verb.verb};
            }
        }
    }
    return std::nullopt;
}

/// "added 50 km² to the territory it holds", "fügte dem Gebiet, das … hinzu": what something is
/// added to is land that somebody holds.
bool adds_to_held(const Annotated& text, Sentence s, const Annotated::Found& verb,
                  const Draft& draft, const Annotated::Found& end) {
    constexpr std::size_t kNoun = 3; // tokens: "aan het gebied"
    constexpr std::size_t kHeld = 10;
    const auto held_land = [&](std::size_t from, std::size_t noun, std::size_t to) {
        return text.has(Meaning::kAreaNoun, from, std::min(noun, s.last)) &&
               text.has(Meaning::kHold, from, std::min(to, s.last));
    };
    return (end.first == draft.last && held_land(end.last, end.last + kNoun, end.last + kHeld)) ||
           held_land(verb.last, draft.first, draft.first);
}

/// The verb that begins at token i, if its other words stand in the clause of the figure too.
std::optional<Verb> split_at(const Annotated& text, Sentence s, const Draft& draft, std::size_t i) {
    const Annotated::Found figure{draft.first, draft.last, nullptr};
    const auto known = text.lexicon().split_verbs.equal_range(text.tokens().word(i));
    for (auto it = known.first; it != known.second; ++it) {
        const Annotated::Found where{i, i + 1, &it->second.verb};
        const auto end = end_of(text, s, std::max(draft.last, i + 1), it->second);
        if (!end || parted(text, where, figure) || parted(text, figure, *end) ||
            (where.what->key == "add" && !adds_to_held(text, s, where, draft, *end))) {
            continue;
        }
        const bool beside = where.what->meaning == Meaning::kBeside;
        return Verb{beside ? Meaning::kLose : where.what->meaning, where, std::nullopt};
    }
    return std::nullopt;
}

} // namespace

std::optional<Verb> split_verb(const Annotated& text, Sentence s, const Draft& draft) {
    constexpr std::size_t kReach = 10; // tokens: "nahmen russische Truppen nach eigenen Angaben"
    const std::size_t behind =
        text.lexicon().verb_second ? 1 : 0; // "60 km² gaben die Ukrainer auf"
    const bool nature =
        text.has(Meaning::kNature, s.first, s.last) && !text.has(Meaning::kParty, s.first, s.last);
    if (text.lexicon().split_verbs.empty() || nature) {
        return std::nullopt;
    }
    const std::size_t from = draft.first > s.first + kReach ? draft.first - kReach : s.first;
    for (std::size_t i = std::min(draft.last + behind, s.last); i-- > from;) {
        const bool inside = draft.first <= i && i < draft.last;
        if (auto verb = inside ? std::nullopt : split_at(text, s, draft, i)) {
            return verb;
        }
    }
    return std::nullopt;
}

} // namespace engine
