// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/place.hpp"

#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <optional>

namespace engine {
namespace {

bool is_part_of_country(const Annotated& text, const NameFound& name) {
    const auto& parts = text.lexicon().parts_of_countries;
    return std::ranges::find(parts, name.regions.front()->kind) != parts.end();
}

/// With the noun behind it: "Kherson" of "the Kherson region".
std::size_t end_of(const Annotated& text, Sentence s, const NameFound& name) {
    const std::size_t hyphen = text.tokens().is(name.last, "-") ? 1 : 0; // "Donezk-Gebiet"
    const auto noun = text.at(name.last + hyphen, Meaning::kRegionNoun);
    return noun && noun->last <= s.last ? noun->last : name.last;
}

/// Whether a word that says where stands before a name, behind at most three words that only
/// describe ("in Russia's"). "Of" says so of a name with its noun only: "the start of the Kursk
/// operation" is no place.
bool is_located(const Annotated& text, Sentence s, const NameFound& name) {
    constexpr std::size_t kReach = 4; // tokens
    const bool has_noun = text.has(Meaning::kRegionNoun, name.first, name.last + 1);
    if (s.is_claim && name.first == s.first && text.tokens().is(end_of(text, s, name), ":")) {
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

/// Tokens between a claim and a name; nullopt where the claim has the name inside.
std::optional<std::size_t> gap(const Draft& draft, const NameFound& name) {
    if (name.first >= draft.last) {
        return name.first - draft.last;
    }
    return draft.first >= name.last ? std::optional(draft.first - name.last) : std::nullopt;
}

} // namespace

std::optional<PlaceFound> read_place(const Annotated& text, Sentence s, const Draft& draft,
                                     std::string_view input) {
    std::optional<PlaceFound> place;
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto name = yardstick_at(text, i);
        if (!name || name->last > s.last || name->regions.empty() ||
            !is_part_of_country(text, *name) || !is_located(text, s, *name)) {
            continue;
        }
        const auto tokens = gap(draft, *name);
        if (!tokens || (place && *tokens > place->gap)) {
            continue;
        }
        const std::size_t begin = text.tokens().list[name->first].begin;
        const std::size_t end = text.tokens().list[end_of(text, s, *name) - 1].end;
        place = {*tokens, std::string(input.substr(begin, end - begin))};
    }
    return place;
}

} // namespace engine
