// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/sentence.hpp"
#include "engine/claims/text_claim.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace engine {

/// Who says so and who reports it, when the sentence names them; otherwise empty. The speaker is
/// the run of capitalised words nearest to a verb of speech, titles and outlets taken off.
struct Voices {
    std::string speaker;
    std::string outlet;
};
Voices read_voices(const Annotated& text, Sentence sentence, std::string_view input);

/// Which way land changed hands for the holder, by the verb nearest to tokens [first, last).
///
/// Retaken, liberated, withdrew, lost: lost by its holder. Captured, seized: gained. Where `holder`
/// names a party that the lexicons know and the sentence says who acts, the actor decides:
/// what others capture from the holder is lost, what the holder retakes is gained.
ClaimDirection read_direction(const Annotated& text, Sentence sentence, std::size_t first,
                              std::size_t last, const std::string& holder);

} // namespace engine
