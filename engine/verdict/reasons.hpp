// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/claim.hpp"
#include "engine/timeline/timeline.hpp"
#include "engine/verdict/source_maps.hpp"
#include "engine/verification.hpp"

namespace engine {

/// What the reasons are drawn from, besides the verdict itself.
struct Grounds {
    const Claim& claim;
    const Evaluation& evaluation;
    const Timeline& timeline;
    double sign = 1.0;
    bool went_other_way = false; ///< the reason of a `contradicted`; else it was the place
    ControlClass level = ControlClass::confirmed;
};

/// Fills `reasons`, what matters most to the verdict first, and `would_decide` of a verdict whose
/// other values are complete.
void explain(SourceVerdict& verdict, const Grounds& grounds);

} // namespace engine
