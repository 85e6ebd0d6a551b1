// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "engine/measure/evaluation.hpp"
#include "engine/timeline/alarm.hpp"
#include "engine/timeline/timeline.hpp"
#include "engine/verdict/decide.hpp"
#include "engine/verdict/reason.hpp"
#include "engine/verification.hpp"

#include <optional>
#include <vector>

namespace engine {

/// An alarm about a map that the verdict rests on, and what would be without that map.
struct Doubt {
    Alarm alarm;
    Interval without;
    Verdict verdict = Verdict::undecidable;
};

/// What the reasons are drawn from, besides the verdict itself.
struct Grounds {
    const Claim& claim;
    const Evaluation& evaluation;
    const Timeline& timeline;
    double sign = 1.0;
    bool went_other_way = false; ///< the reason of a `contradicted`; else it was the place
    ControlClass level = ControlClass::confirmed;
    bool too_rough = false; ///< undecidable because of the boundary error
    std::vector<Doubt> doubts;
    const std::optional<SourceAccuracy>& accuracy; ///< of the source
    bool other_model_turns = false; ///< the comparison would end otherwise under the other model
    const StatedBand& stated;       ///< what the comparison was with
};

/// A reason that says these things, one at least.
Reason reason_of(ReasonCode code, std::vector<Remark> remarks, ReasonValues values = {});

/// Says first what was made of a claim's words before they were compared: a rate, a share, a month
/// that ends on the map of the next day. Undecidable where they cannot be compared.
void explain_statement(SourceVerdict& verdict, const StatedClaim& stated, bool next_day);

/// Fills `reasons`, what matters most to the verdict first, and `would_decide` of a verdict whose
/// other values are complete.
void explain(SourceVerdict& verdict, const Grounds& grounds);

} // namespace engine
