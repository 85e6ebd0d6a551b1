// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/rough_place.hpp"

#include <algorithm>
#include <optional>

namespace engine {
namespace {

/// A place without a border: tokens [first, last).
struct PlaceWords {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// A word that the lexicon does not know, or a number, or a mark.
bool is_unknown(const Annotated& text, std::size_t i) {
    return !text.has_any(~Meanings{0}, i, i + 1);
}

/// A word with a capital that means nothing else: a town, a river. A party's city is one where no
/// noun follows: "around Kyiv", but not "around Kyiv forces".
bool is_name(const Annotated& text, Sentence s, std::size_t i) {
    if (i >= s.last || text.tokens().list[i].kind != TokenKind::kWord ||
        !text.tokens().list[i].capital || is_country(text, i) ||
        text.phrase_at(i, text.lexicon().no_places, s.last)) {
        return false;
    }
    constexpr Meanings kPlaces = bit_of(Meaning::kRegionName) | bit_of(Meaning::kParty);
    if (text.has_any(~kPlaces, i, i + 1)) {
        return false; // "around May"
    }
    const bool noun_behind = i + 1 < s.last && text.tokens().list[i + 1].kind == TokenKind::kWord &&
                             !text.is_locative(i + 1) && is_unknown(text, i + 1);
    const bool owns = text.at(i, Meaning::kParty) && text.tokens().is(i + 1, "'"); // "Kyiv's"
    const bool demonym = text.at(i, Meaning::kDemonym).has_value();
    return !demonym && !owns && !(text.at(i, Meaning::kParty) && noun_behind);
}

/// Where a name that begins at token i ends: "Velyka Novosilka", "Ivano-Frankivsk". Where every
/// noun has a capital, only a hyphen goes on.
std::size_t end_of_name(const Annotated& text, Sentence s, std::size_t i) {
    constexpr std::size_t kMostWords = 3;
    std::size_t last = i + 1;
    for (std::size_t n = 1; n < kMostWords; ++n) {
        const std::size_t hyphen = text.tokens().is(last, "-") ? 1 : 0;
        const std::size_t next = last + hyphen;
        const bool goes_on = next < s.last && (hyphen == 1 || !text.lexicon().nouns_capital) &&
                             !(hyphen == 1 && text.tokens().list[next].space_before) &&
                             is_unknown(text, next) && is_name(text, s, next);
        if (!goes_on) {
            break;
        }
        last = next + 1;
    }
    return last;
}

/// Over "the", "the town of", "der Stadt".
std::size_t behind_kind(const Annotated& text, Sentence s, std::size_t i) {
    constexpr int kMostWords = 3;
    for (int n = 0; n < kMostWords && i < s.last; ++n) {
        const auto noun = text.at(i, Meaning::kRegionNoun);
        const auto settlement = text.at(i, Meaning::kSettlement);
        const auto filler = text.at(i, Meaning::kFiller);
        const auto word = noun ? noun : settlement ? settlement : filler;
        if (!word || (text.tokens().list[i].capital && !text.lexicon().nouns_capital)) {
            break;
        }
        i = word->last;
    }
    return i;
}

std::optional<PlaceWords> rough_place_at(const Annotated& text, Sentence s, std::size_t i) {
    const Lexicon& lexicon = text.lexicon();
    if (const auto last = text.phrase_at(i, lexicon.near, s.last)) {
        const std::size_t name = behind_kind(text, s, *last);
        if (is_name(text, s, name)) {
            return PlaceWords{i, end_of_name(text, s, name)};
        }
    }
    if (const auto last = text.phrase_at(i, lexicon.quarters, s.last)) {
        return PlaceWords{i, *last};
    }
    if (const auto last = text.phrase_at(i, lexicon.directions, s.last)) {
        const bool named = *last < s.last && is_unknown(text, *last) &&
                           text.tokens().list[*last].kind == TokenKind::kWord;
        return PlaceWords{i, named ? *last + 1 : *last};
    }
    if (is_name(text, s, i)) {
        for (const std::size_t name : {end_of_name(text, s, i), i + 1}) {
            if (const auto last = text.phrase_at(name, lexicon.sectors, s.last)) {
                return PlaceWords{i, *last};
            }
        }
    }
    return std::nullopt;
}

/// ", military bloggers close to Moscow said": a comma apart from the claim, and speaking.
bool speaks_there(const Annotated& text, Sentence s, std::size_t behind_claim,
                  const PlaceWords& place) {
    constexpr std::size_t kReach = 3; // tokens: "have"
    bool apart = false;
    for (std::size_t i = behind_claim; i < place.first; ++i) {
        apart = apart || text.tokens().is(i, ",");
    }
    for (std::size_t i = place.last; apart && i < std::min(place.last + kReach, s.last); ++i) {
        if (text.tokens().list[i].kind == TokenKind::kMark) {
            return false; // "…, mostly near Pokrovsk, the ministry said"
        }
        if (text.has(Meaning::kSpeech, i, i + 1)) {
            return true;
        }
    }
    return false;
}

/// As gap_in_clause(); nullopt too where the place is that of a part, or of those who speak.
std::optional<std::size_t> gap(const Annotated& text, Sentence s, const Draft& draft,
                               const PlaceWords& place) {
    const bool of_other =
        draft.last <= place.first && (has_part_between(text, draft.last, place.first) ||
                                      speaks_there(text, s, draft.last, place));
    return of_other ? std::nullopt : gap_in_clause(text, draft, place.first, place.last);
}

} // namespace

bool ends_place(const Annotated& text, Sentence s, std::size_t last) {
    constexpr std::size_t kLongest = 8; // tokens: "in the area around Velyka Novosilka"
    const std::size_t from = last > s.first + kLongest ? last - kLongest : s.first;
    for (std::size_t i = from; i < last; ++i) {
        const auto region = yardstick_at(text, i);
        if (region && is_part_of_country(text, *region) &&
            (region->last == last || end_of_region(text, s, *region) == last)) {
            return true;
        }
        const auto rough = rough_place_at(text, s, i);
        const bool quarter = text.phrase_at(i, text.lexicon().quarters, s.last).has_value();
        if (rough && rough->last == last && !quarter) { // "in the south of Ukraine"
            return true;
        }
    }
    return false;
}

std::optional<PlaceFound> read_rough_place(const Annotated& text, Sentence s, const Draft& draft,
                                           std::string_view input) {
    constexpr std::size_t kReach = 12;   // tokens
    constexpr std::size_t kLongest = 12; // tokens of a place: "close to the city of Velyka …"
    const std::size_t before = kReach + kLongest;
    const std::size_t from = draft.first > s.first + before ? draft.first - before : s.first;
    const std::size_t to = std::min(s.last, draft.last + kReach + 1);
    std::optional<PlaceFound> place;
    for (std::size_t i = from; i < to; ++i) {
        const auto run = rough_place_at(text, s, i);
        if (!run) {
            continue;
        }
        const auto tokens = gap(text, s, draft, *run);
        if (tokens && *tokens <= kReach && (!place || *tokens < place->gap)) {
            place = {*tokens, words_of(text, run->first, run->last, input)};
        }
    }
    return place;
}

} // namespace engine
