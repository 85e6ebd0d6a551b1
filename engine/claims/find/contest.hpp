// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"

namespace engine {

/// Whether the sentence tells of votes or matches ("won 12 towns in the election"): a word for them
/// stands there, and no party is named as the one who takes or holds.
bool is_contest(const Annotated& text, Sentence sentence);

} // namespace engine
