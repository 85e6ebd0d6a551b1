// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>

namespace engine {

/// The season, the quarter or the half of a year named at token i: "this summer", "in the third
/// quarter". A number alone ("592 km² in the first quarter and 1,416 in the second") names one
/// where a quarter is named before it in the sentence, and nothing is counted by it.
std::optional<Annotated::Found> season_at(const Annotated& text, Sentence sentence, std::size_t i);

/// The half of a year or a month that was named last before token i, if it was a half.
std::optional<Annotated::Found> half_before(const Annotated& text, Sentence sentence,
                                            std::size_t i);

} // namespace engine
