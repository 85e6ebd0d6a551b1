// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/draft.hpp"
#include "engine/claims/text_claim.hpp"
#include "engine/claims/words/sentence.hpp"

#include <cstddef>
#include <optional>
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

/// "Das teilte Susanne Kettler mit.": who said what the sentence before says; empty where the
/// sentence does not say so.
std::string attributed_to(const Annotated& text, Sentence sentence, std::string_view input);

/// What became of the land: see TextClaim.
struct Deed {
    ClaimDirection direction = ClaimDirection::kUnknown;
    std::optional<Measure> measure;
    bool of_another = false; ///< TextClaim::of_another
};

/// What became of the land that a claim speaks of, by the verb nearest to it.
///
/// Retaken, liberated, withdrew: lost by its holder; open where one of the lexicon's `holders`
/// retakes. Captured, seized: gained by who took it, where the sentence says who that is; without
/// one it stays open. Where `holder` names a party that the lexicons know and the sentence says who
/// acts, the actor decides: what others capture from the holder is lost, what the holder retakes is
/// gained. Who reports does not act. Controlled: held; by another than the holder where that one is
/// the subject right before the verb. Burned, flooded, melted: nobody holds or takes it, and
/// nothing is said.
Deed read_deed(const Annotated& text, Sentence sentence, const Draft& draft,
               const std::string& holder);

} // namespace engine
