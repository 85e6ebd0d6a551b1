// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/report/figures.hpp"
#include "tools/report/language.hpp"
#include "tools/report/table.hpp"

#include <string>

namespace report {

/// At most so many lines a claim, where the screen has sixty columns or more.
inline constexpr std::size_t kClaimLines = 12;

/// How much is told.
enum class Depth {
    first_screen, ///< what an editor needs, in an editor's words
    explained,    ///< everything that is known, each thing once
};

/// A claim as an editor reads it, in the language of the verification's reasons: verdict, the words
/// and who said them, what the maps show as a sentence, how sure that is, what another day would
/// do, the maps, how the words were read, and who checked it.
std::string claim_text(const engine::Verification& verification,
                       const engine::ClaimVerification& claim, const Screen& screen, Depth depth);

/// The source that the figures of a claim are told of: engine::clearest_source, else the first.
const engine::SourceVerdict& told_source(const engine::ClaimVerification& claim);

/// How the words of a claim were read: language, figure, unit or yardstick, hedge, and what of; for
/// whoever knows the words better.
std::string how_read(const engine::Claim& claim, const Figures& figures);

/// The colour of a verdict.
Tone tone_of(engine::Verdict verdict);

/// What both computations of the areas found, in one sentence.
std::string check_text(const engine::SelfCheck& check, const Language& language);

} // namespace report
