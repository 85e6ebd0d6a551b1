// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/resolve/names.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A run of words with a capital without what stands before the name: titles ("President", "Den",
/// "Wiener Sicherheitsforscher"), party names ("Ukraine ' s"), whom somebody works for ("ΕΚΠΑ").
Name without_titles(const Annotated& text, Name run);

/// Whether a word ends in one of these, and is longer.
bool ends_with_any(std::string_view word, const std::vector<std::string>& endings);

/// Whether one of the words names something that others speak for: "Institute", "Ministry".
bool is_institution(const Annotated& text, std::size_t first, std::size_t last);

} // namespace engine
