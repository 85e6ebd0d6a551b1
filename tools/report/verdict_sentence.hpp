// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"
#include "tools/report/figures.hpp"

#include <string>

namespace report {

/// A verdict in words: what the maps show against what the claim says, and what stands against
/// taking that at its word (may be empty).
struct Sentence {
    std::string text;
    std::string but;
};

Sentence verdict_sentence(const engine::Verification& verification,
                          const engine::ClaimVerification& claim, const Figures& figures);

/// Whether the words do not say what was to be measured: then what is told of one choice alone (a
/// figure, its error, another day) would mislead.
bool is_open_measure(const engine::ClaimVerification& claim);

/// "NZZ: 8,370 ± 40 km² (consistent)", for a claim that several sources were asked about.
std::string one_source(const engine::SourceVerdict& found, const Figures& figures);

} // namespace report
