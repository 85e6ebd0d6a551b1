// SPDX-License-Identifier: MIT
// The reasons that tell what was made of a claim's words before they were compared with the maps.
#include "engine/judge/reasons.hpp"

#include <cstdint>
#include <utility>

namespace engine {
namespace {

using shapes::Area;
using Missing = StatedClaim::Missing;

/// Why a claim cannot be compared, and what would decide.
struct Obstacle {
    ReasonCode code;
    Remark remark;
    WouldDecide::What wanted;
};

Obstacle obstacle_of(Missing missing) {
    using What = WouldDecide::What;
    switch (missing) {
    case Missing::window:
        return {ReasonCode::rate_needs_window, Remark::rate_needs_window, What::rate_needs_window};
    case Missing::days:
        return {ReasonCode::window_is_empty, Remark::window_is_empty, What::window_is_empty};
    case Missing::place:
        return {ReasonCode::place_needs_region, Remark::place_needs_region,
                What::share_needs_region};
    case Missing::part:
        return {ReasonCode::part_excepted, Remark::part_excepted, What::share_needs_region};
    case Missing::holder:
        return {ReasonCode::of_another, Remark::of_another, What::other_maps};
    case Missing::nothing:
    case Missing::region:
        break;
    }
    return {ReasonCode::share_needs_region, Remark::share_needs_region, What::share_needs_region};
}

Reason explain_missing(SourceVerdict& verdict, const StatedClaim& stated) {
    verdict.verdict = Verdict::undecidable;
    verdict.probability.reset(); // of a comparison that means nothing
    verdict.strict_probability.reset();
    verdict.ratio.reset();
    const Obstacle obstacle = obstacle_of(stated.missing);
    verdict.would_decide = {obstacle.wanted};
    ReasonValues values;
    if (stated.missing == Missing::place) {
        values["place"] = stated.claim.figure.place;
    } else if (stated.missing == Missing::part) {
        values["part"] = stated.claim.figure.except;
    }
    return reason_of(obstacle.code, {obstacle.remark}, std::move(values));
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

Reason share_of_all_reason(const StatedClaim& stated) {
    return reason_of(ReasonCode::share_of_all, {Remark::share_of_all},
                     {{"region", stated.claim.figure.yardstick}});
}

} // namespace

void explain_statement(SourceVerdict& verdict, const StatedClaim& stated, bool next_day) {
    std::vector<Reason> first;
    if (stated.missing != Missing::nothing) {
        first.push_back(explain_missing(verdict, stated));
    }
    if (stated.rate) {
        first.push_back(rate_reason(stated));
    }
    if (stated.share && stated.share->differ) {
        first.push_back(share_reason(*stated.share));
    }
    if (stated.share && stated.share->of_all) {
        first.push_back(share_of_all_reason(stated));
    }
    if (next_day) {
        const Date day = *stated.claim.as_of;
        first.push_back(reason_of(ReasonCode::evening_before, {Remark::evening_before},
                                  {{"day", day}, {"map_day", day.plus_days(1)}}));
    }
    verdict.reasons.insert(verdict.reasons.begin(), first.begin(), first.end());
}

} // namespace engine
