// SPDX-License-Identifier: MIT
// The reasons that tell what was made of a claim's words before they were compared with the maps.
#include "engine/judge/reasons.hpp"

#include <cstdint>
#include <utility>

namespace engine {
namespace {

using shapes::Area;
using Missing = StatedClaim::Missing;

/// What is missing, and what would decide.
void explain_missing(SourceVerdict& verdict, Missing missing, std::vector<Reason>& reasons) {
    verdict.verdict = Verdict::undecidable;
    verdict.probability.reset(); // of a comparison that means nothing
    verdict.strict_probability.reset();
    verdict.ratio.reset();
    if (missing == Missing::window) {
        reasons.push_back(reason_of(ReasonCode::rate_needs_window, {Remark::rate_needs_window}));
        verdict.would_decide = {WouldDecide::What::rate_needs_window};
    } else if (missing == Missing::days) {
        reasons.push_back(reason_of(ReasonCode::window_is_empty, {Remark::window_is_empty}));
        verdict.would_decide = {WouldDecide::What::window_is_empty};
    } else {
        reasons.push_back(reason_of(ReasonCode::share_needs_region, {Remark::share_needs_region}));
        verdict.would_decide = {WouldDecide::What::share_needs_region};
    }
}

Reason rate_reason(const StatedClaim& stated) {
    return reason_of(ReasonCode::rate, {Remark::rate},
                     {{"rate_km2", Area::from_km2(stated.rate->km2_a_day)},
                      {"days", static_cast<std::uint64_t>(stated.rate->days)},
                      {"figure_km2", Area::from_km2(*stated.claim.figure.figure_km2)}});
}

Reason share_reason(const ShareOf& share) {
    return reason_of(ReasonCode::share_denominators, {Remark::share_denominators},
                     {{"polygon_km2", Area::from_km2(*share.polygon_km2)},
                      {"published_km2", Area::from_km2(share.published_km2)}});
}

} // namespace

void explain_statement(SourceVerdict& verdict, const StatedClaim& stated, bool next_day) {
    std::vector<Reason> first;
    if (stated.missing != Missing::nothing) {
        explain_missing(verdict, stated.missing, first);
    }
    if (stated.rate) {
        first.push_back(rate_reason(stated));
    }
    if (stated.share && stated.share->differ) {
        first.push_back(share_reason(*stated.share));
    }
    if (next_day) {
        const Date day = *stated.claim.as_of;
        first.push_back(reason_of(ReasonCode::evening_before, {Remark::evening_before},
                                  {{"day", day}, {"map_day", day.plus_days(1)}}));
    }
    verdict.reasons.insert(verdict.reasons.begin(), first.begin(), first.end());
}

} // namespace engine
