// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/place.hpp"

#include <algorithm>
#include <optional>

namespace engine {

std::optional<std::size_t> gap_in_clause(const Annotated& text, const Draft& draft,
                                         std::size_t first, std::size_t last) {
    constexpr Meanings kParting = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording);
    const bool before = last <= draft.first;
    const std::size_t from = before ? last : draft.last;
    const std::size_t to = before ? draft.first : first;
    if (from > to || text.has_any(kParting, from, to) ||
        text.has_phrase(text.lexicon().clause_words, from, to)) {
        return std::nullopt;
    }
    return to - from;
}

bool is_country(const Annotated& text, std::size_t i) {
    const auto name = yardstick_at(text, i);
    return name && !name->regions.empty() &&
           (name->regions.front()->kind == "country" ||
            name->regions.front()->kind == "island state");
}

bool is_part_of_country(const Annotated& text, const NameFound& name) {
    const auto& parts = text.lexicon().parts_of_countries;
    return !name.regions.empty() &&
           std::ranges::find(parts, name.regions.front()->kind) != parts.end();
}

std::size_t end_of_region(const Annotated& text, Sentence s, const NameFound& name) {
    const std::size_t hyphen = text.tokens().is(name.last, "-") ? 1 : 0; // "Donezk-Gebiet"
    const auto noun = text.at(name.last + hyphen, Meaning::kRegionNoun);
    return noun && noun->last <= s.last ? noun->last : name.last;
}

bool has_part_between(const Annotated& text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        if (text.tokens().is(i, ",") && text.has_phrase(text.lexicon().another, i + 1, to)) {
            return true;
        }
    }
    return false;
}

namespace {

/// Whether a word that says where stands before a name, behind at most three words that only
/// describe ("in Russia's"). "Of" says so of a name with its noun only: "the start of the Kursk
/// operation" is no place.
bool is_located(const Annotated& text, Sentence s, const NameFound& name) {
    constexpr std::size_t kReach = 5; // tokens: "the eastern region of"
    const bool has_noun = text.has(Meaning::kRegionNoun, name.first, name.last + 1);
    if (s.is_claim && name.first == s.first &&
        text.tokens().is(end_of_region(text, s, name), ":")) {
        return true; // "Kherson oblast: 200 km²", as a draft has it
    }
    const std::size_t from = name.first > s.first + kReach ? name.first - kReach : s.first;
    for (std::size_t i = name.first; i-- > from;) {
        if (text.is_locative(i) || (has_noun && text.phrase_before(i + 1, text.lexicon().of))) {
            return true;
        }
        const Token& token = text.tokens().list[i];
        if (token.kind != TokenKind::kWord && !text.tokens().is(i, "'")) {
            return false;
        }
    }
    return false;
}

/// "der Region Donezk", "Харківської області", "Luhanskregionen": a noun says that it is the
/// region, where the name alone may be that of its city.
bool says_region(const Annotated& text, Sentence s, const NameFound& name) {
    constexpr std::size_t kReach = 3; // tokens before: "region of the"
    const std::size_t from = name.first > s.first + kReach ? name.first - kReach : s.first;
    const std::string_view word = text.tokens().word(name.last - 1);
    const auto nouns = text.all(Meaning::kRegionNoun, from, name.last);
    const auto is_region = [](const Annotated::Found& noun) {
        return !noun.what->key.starts_with("city");
    };
    return std::ranges::any_of(nouns, is_region) ||
           std::ranges::any_of(text.lexicon().place_endings,
                               [&](const std::string& noun) { return word.ends_with(noun); });
}

/// "Soldiers near Sumy said Russia …": where those are who speak. With its noun, or set off by a
/// comma, a region is what they speak of as often.
bool is_of_speaker(const Annotated& text, Sentence s, const Draft& draft, const NameFound& name) {
    return end_of_region(text, s, name) == name.last && !text.tokens().is(name.last, ",") &&
           text.has(Meaning::kSpeech, name.last, draft.first);
}

/// Tokens between a claim and a name; nullopt where the claim has the name inside, and where it is
/// the place of a part, or of those who speak.
std::optional<std::size_t> gap(const Annotated& text, Sentence s, const Draft& draft,
                               const NameFound& name) {
    if (name.first >= draft.last) {
        return has_part_between(text, draft.last, name.first)
                   ? std::nullopt
                   : std::optional(name.first - draft.last);
    }
    return draft.first >= name.last && !is_of_speaker(text, s, draft, name)
               ? std::optional(draft.first - name.last)
               : std::nullopt;
}

} // namespace

std::optional<PlaceFound> read_place(const Annotated& text, Sentence s, const Draft& draft,
                                     std::string_view input) {
    std::optional<PlaceFound> place;
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto name = yardstick_at(text, i);
        if (!name || name->last > s.last || !is_part_of_country(text, *name) ||
            !is_located(text, s, *name)) {
            continue;
        }
        const auto tokens = gap(text, s, draft, *name);
        if (!tokens || (place && *tokens > place->gap)) {
            continue;
        }
        const std::size_t last = end_of_region(text, s, *name);
        place = {*tokens, words_of(text, name->first, last, input),
                 last > name->last || says_region(text, s, *name)};
    }
    return place;
}

} // namespace engine
