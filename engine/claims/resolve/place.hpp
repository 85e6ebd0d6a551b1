// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Where a claim's land is, in the words of the text.
struct PlaceFound {
    std::size_t gap = 0; ///< tokens between the claim and the place
    std::string words;
};

/// The region that a sentence names as the place of what a claim states, in its words: "in Kherson
/// oblast", "of the Kursk region". A part of a country only: a town may be where somebody spoke,
/// and a country is what the maps show. The one nearest to the claim, of two as near the one
/// behind; nullopt where there is none.
std::optional<PlaceFound> read_place(const Annotated& text, Sentence sentence, const Draft& draft,
                                     std::string_view input);

} // namespace engine
