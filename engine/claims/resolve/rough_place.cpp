// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/rough_place.hpp"

#include "engine/claims/words/yardstick_names.hpp"

#include <algorithm>
#include <optional>

namespace engine {
namespace {

/// A place without a border: tokens [first, last).
struct PlaceWords {
    std::size_t first = 0;
    std::size_t last = 0;
};

bool is_country(const Annotated& text, std::size_t i) {
    const auto name = yardstick_at(text, i);
    return name && !name->regions.empty() &&
           (name->regions.front()->kind == "country" ||
            name->regions.front()->kind == "island state");
}

/// A word with a capital that means nothing else: a town, a river. A party's city is one where no
/// noun follows: "around Kyiv", but not "around Kyiv forces".
bool is_name(const Annotated& text, Sentence s, std::size_t i) {
    if (i >= s.last || text.tokens().list[i].kind != TokenKind::kWord ||
        !text.tokens().list[i].capital || is_country(text, i)) {
        return false;
    }
    constexpr Meanings kPlaces = bit_of(Meaning::kRegionName) | bit_of(Meaning::kParty);
    if (text.has_any(~kPlaces, i, i + 1)) {
        return false; // "around May"
    }
    const bool noun_behind = i + 1 < s.last && text.tokens().list[i + 1].kind == TokenKind::kWord &&
                             !text.is_locative(i + 1) && !text.has_any(~Meanings{0}, i + 1, i + 2);
    const bool demonym = text.at(i, Meaning::kDemonym).has_value();
    return !demonym && !(text.at(i, Meaning::kParty) && noun_behind);
}

std::optional<PlaceWords> rough_place_at(const Annotated& text, Sentence s, std::size_t i) {
    const Lexicon& lexicon = text.lexicon();
    if (const auto last = text.phrase_at(i, lexicon.quarters, s.last)) {
        return PlaceWords{i, *last};
    }
    if (const auto last = text.phrase_at(i, lexicon.near, s.last)) {
        const std::size_t name = skip_fillers(text, *last, s.last, 1); // "the"
        return is_name(text, s, name) ? std::optional(PlaceWords{i, name + 1}) : std::nullopt;
    }
    if (is_name(text, s, i)) {
        if (const auto last = text.phrase_at(i + 1, lexicon.sectors, s.last)) {
            return PlaceWords{i, *last};
        }
    }
    return std::nullopt;
}

/// Tokens between a place and a claim of the same clause; nullopt where somebody speaks or a clause
/// begins between them: "brigades near Sumy say that Russia lost …".
std::optional<std::size_t> gap(const Annotated& text, const Draft& draft, const PlaceWords& place) {
    constexpr Meanings kParting = bit_of(Meaning::kSpeech) | bit_of(Meaning::kAccording);
    const bool before = place.last <= draft.first;
    const std::size_t from = before ? place.last : draft.last;
    const std::size_t to = before ? draft.first : place.first;
    if (from > to || text.has_any(kParting, from, to) ||
        text.has_phrase(text.lexicon().clause_words, from, to)) {
        return std::nullopt;
    }
    return to - from;
}

} // namespace

std::optional<PlaceFound> read_rough_place(const Annotated& text, Sentence s, const Draft& draft,
                                           std::string_view input) {
    constexpr std::size_t kReach = 12; // tokens
    std::optional<PlaceFound> place;
    for (std::size_t i = s.first; i < s.last; ++i) {
        const auto run = rough_place_at(text, s, i);
        if (!run) {
            continue;
        }
        const auto tokens = gap(text, draft, *run);
        if (tokens && *tokens <= kReach && (!place || *tokens < place->gap)) {
            const std::size_t begin = text.tokens().list[run->first].begin;
            const std::size_t end = text.tokens().list[run->last - 1].end;
            place = {*tokens, std::string(input.substr(begin, end - begin))};
        }
    }
    return place;
}

} // namespace engine
