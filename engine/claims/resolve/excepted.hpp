// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace engine {

/// What the claim at `which` of a sentence's leaves out of its figure: "Crimea" of "not counting
/// Crimea", by the region's name among the yardsticks; where more than a region or no known one is
/// left out, the words of the text, which are no such name. "" where nothing is.
std::string read_excepted(const Annotated& text, Sentence sentence, std::span<const Draft> drafts,
                          std::size_t which, std::string_view input);

} // namespace engine
