// SPDX-License-Identifier: MIT
#include "engine/claims/resolve/own_land.hpp"

#include "engine/claims/resolve/actors.hpp"
#include "engine/claims/resolve/place.hpp"

#include <optional>
#include <utility>

namespace engine {
namespace {

using Found = Annotated::Found;

/// Where the noun ends in "Russian territory", "Russia's territory"; but "Russian-held territory"
/// is what the maps show.
std::optional<std::size_t> noun_behind(const Annotated& text, const Found& party) {
    std::size_t at = party.last;
    if (text.tokens().is(at, "'")) {
        at += text.tokens().is(at + 1, "s") ? 2U : 1U;
    }
    const auto noun = text.at(at, Meaning::kAreaNoun);
    return noun ? std::optional(noun->last) : std::nullopt;
}

/// Where the noun begins in "territorio ruso", "території Росії", "territory of Russia"; but "the
/// territory Russia holds" is what the maps show.
std::optional<std::size_t> noun_before(const Annotated& text, Sentence s, const Found& party) {
    const auto filler = text.ending_at(party.first, Meaning::kFiller);
    for (const std::size_t at : {party.first, filler ? filler->first : party.first}) {
        if (const auto of = text.phrase_before(at, text.lexicon().of)) {
            const auto noun = text.ending_at(*of, Meaning::kAreaNoun);
            return noun ? std::optional(noun->first) : std::nullopt;
        }
    }
    const auto noun = text.ending_at(party.first, Meaning::kAreaNoun);
    const bool ends =
        party.last >= s.last || text.tokens().list[party.last].kind == TokenKind::kMark ||
        text.is_locative(party.last) || text.at(party.last, Meaning::kInMonth).has_value();
    const bool joined = text.lexicon().adjective_behind || (ends && !text.lexicon().bare_relative);
    return noun && joined ? std::optional(noun->first) : std::nullopt;
}

/// "inside Russia", "in Russia".
bool is_inside(const Annotated& text, Sentence s, const Found& party) {
    if (!is_country(text, party.first) || party.first == s.first) {
        return false;
    }
    const auto filler = text.ending_at(party.first, Meaning::kFiller);
    const std::size_t at = filler && filler->first > s.first ? filler->first : party.first;
    return text.is_locative(party.first - 1) || text.is_locative(at - 1) ||
           text.phrase_before(at, text.lexicon().inside);
}

/// Tokens [first, last) of such land; nullopt where the party is named otherwise.
std::optional<std::pair<std::size_t, std::size_t>> land_of(const Annotated& text, Sentence s,
                                                           const Found& party) {
    if (const auto last = noun_behind(text, party)) {
        return std::pair(party.first, *last);
    }
    if (const auto first = noun_before(text, s, party)) {
        return std::pair(*first, party.last);
    }
    return is_inside(text, s, party) ? std::optional(std::pair(party.first, party.last))
                                     : std::nullopt;
}

} // namespace

std::string read_own_land(const Annotated& text, Sentence s, const Draft& draft,
                          const std::string& holder, std::string_view input) {
    constexpr std::size_t kReach = 6; // tokens: "of", "what is internationally"
    const std::string owner = holder.empty() ? "" : party_of(holder, text.lexicon());
    for (const Found& party : text.all(Meaning::kParty, s.first, s.last)) {
        const std::string& key = party.what->key;
        if (owner.empty() ? !is_holder(text, key) : !is_same(text, key, owner)) {
            continue;
        }
        const auto land = land_of(text, s, party);
        const auto gap =
            land ? gap_in_clause(text, draft, land->first, land->second) : std::nullopt;
        if (gap && *gap <= kReach) {
            return words_of(text, land->first, land->second, input);
        }
    }
    return {};
}

} // namespace engine
