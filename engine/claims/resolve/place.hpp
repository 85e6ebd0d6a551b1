// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"
#include "engine/claims/words/yardstick_names.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Where a claim's land is, in the words of the text.
struct PlaceFound {
    std::size_t gap = 0; ///< tokens between the claim and the place
    std::string words;
    bool says_region = false; ///< its words say that a region is meant: "Kharkiv region"
};

/// The region that a sentence names as the place of what a claim states, in its words: "in Kherson
/// oblast", "of the Kursk region". A part of a country only: a town may be where somebody spoke,
/// and a country is what the maps show. The one nearest to the claim, of two as near the one
/// behind; nullopt where there is none.
std::optional<PlaceFound> read_place(const Annotated& text, Sentence sentence, const Draft& draft,
                                     std::string_view input);

/// Tokens between a claim and a place [first, last) in one clause; nullopt where they overlap,
/// where somebody speaks or where a clause begins between them: "brigades near Sumy say that Russia
/// lost".
std::optional<std::size_t> gap_in_clause(const Annotated& text, const Draft& draft,
                                         std::size_t first, std::size_t last);

/// Whether the name at token i is a country's.
bool is_country(const Annotated& text, std::size_t i);

/// Whether a name is that of a part of a country.
bool is_part_of_country(const Annotated& text, const NameFound& name);

/// One past a name and the noun behind it: "Kherson" of "the Kherson region".
std::size_t end_of_region(const Annotated& text, Sentence sentence, const NameFound& name);

/// Whether a comma and the words for a part stand in [from, to): what is behind them is said of the
/// part ("4,700 km², of which 84 near Lyman").
bool has_part_between(const Annotated& text, std::size_t from, std::size_t to);

} // namespace engine
