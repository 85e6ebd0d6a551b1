// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "engine/measure/measurements.hpp"
#include "engine/measure/window.hpp"
#include "engine/verification.hpp"

#include <vector>

namespace engine {

/// A claim against one source, and the maps that the verdict rests on.
struct JudgedClaim {
    SourceVerdict result;
    std::vector<Maps> choices;
};

/// What a claim is judged by: what was measured of one source's maps inside the region of interest,
/// and, where there is such a region, without it.
struct SourceView {
    const Measurements& inside;
    const Measurements* everywhere = nullptr; ///< nullptr where there is no region of interest
};

/// Compares what was measured over a claim's window with the stated bands. Looks up only: all that
/// `plan` asks for must have been measured. Not `comparable`: the words are about something else
/// than what the maps show (a share of a region of which no polygon was given); it is told what was
/// measured, and every verdict, of other days and classes too, is undecidable.
JudgedClaim judge_claim(const Claim& claim, const SourceView& view, const VerifyOptions& options,
                        bool comparable = true);

} // namespace engine
