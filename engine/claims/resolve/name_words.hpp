// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"

#include <cstddef>

namespace engine {

/// Whether token i may be a word of somebody's name: it has a capital and is no weekday, unit or
/// outlet.
bool belongs_to_name(const Annotated& text, std::size_t i);

/// Where the words end that may be one name with its titles, the first of which is token i: "Juan
/// Carlos Suárez-Quiñones", "J. D. Halloran", "Siobhan O'Rourke", "Abd al-Rahman Salim".
std::size_t end_of_name_words(const Annotated& text, Sentence s, std::size_t i);

} // namespace engine
