// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/number.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>

namespace engine {

/// "three times", "2,5-mal", "twice", "vierfache", "30 per cent": how many of something, as the
/// words before it say.
struct Multiple {
    enum class Form {
        kTimes,   ///< a number with "times", or a word for it: 2 in "twice"
        kPercent, ///< a number with "per cent", as a ratio: 0.3
        kPart,    ///< "half", "a third"
        kCount,   ///< a bare number, 2 in "two Gotlands"
    };
    Form form = Form::kTimes;
    Quantity ratio; ///< value, low and high are ratios
    std::size_t first = 0;
    std::size_t last = 0; ///< one past
};

/// The multiple that ends at token `last`, or nullopt. A one in words ("ein", "un") is an article
/// and no multiple; four digits that may be a year are none either.
std::optional<Multiple> multiple_ending_at(const Annotated& text, Sentence sentence,
                                           std::size_t last);

/// Whether words that multiply end at token `last`, understood or not: "many times", "dutzendfach".
/// What they stand before must not be taken for once its size.
bool multiplies(const Annotated& text, Sentence sentence, std::size_t last);

} // namespace engine
