// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "engine/judge/source_maps.hpp"
#include "engine/sources/profile.hpp"
#include "engine/verification.hpp"

#include <utility>
#include <vector>

namespace engine {

/// A claim against one source, and the differences that the verdict rests on.
struct JudgedClaim {
    SourceVerdict result;
    /// Snapshots by index, baseline first; the two are the same where a held area was measured.
    std::vector<std::pair<std::size_t, std::size_t>> differences;
};

/// What a claim is measured against: one source's maps inside the region of interest, and, where
/// there is such a region, the same maps without it.
struct SourceView {
    SourceMaps& inside;
    SourceMaps* everywhere = nullptr;           ///< nullptr where there is no region of interest
    bool parts = false;                         ///< the source delivers one file per class
    const std::vector<Alarm>* alarms = nullptr; ///< about the source's maps
    /// Of the timeline at the main level, inside the region of interest.
    const std::vector<TimelineRow>* rows = nullptr;
    /// What the source leaves out, in the region of interest if there is one.
    const std::vector<Omission>* omits = nullptr;
};

/// −1 for a net change that the claim's text calls a loss, else 1: see ClaimVerification::sign.
double sign_of(const Claim& claim);

/// Measures the claim over its window and compares it with the stated bands.
JudgedClaim judge_claim(const Claim& claim, const SourceView& view, const VerifyOptions& options);

} // namespace engine
