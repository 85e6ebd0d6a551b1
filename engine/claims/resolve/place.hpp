// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"

#include <string>
#include <string_view>

namespace engine {

/// The region that a sentence names as the place of what a claim states, in its words: "in Kherson
/// oblast", "of the Kursk region". A part of a country only: a town may be where somebody spoke,
/// and a country is what the maps show. The one nearest to the claim; "" where there is none.
std::string read_place(const Annotated& text, Sentence sentence, const Draft& draft,
                       std::string_view input);

} // namespace engine
