// SPDX-License-Identifier: MIT
#include "engine/judge/between_claims.hpp"

#include "engine/claims/consistency.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace engine {
namespace {

ClaimDirection direction_of(const Claim& claim) {
    switch (claim.measure) {
    case Measure::lost:
        return ClaimDirection::kLost;
    case Measure::gained:
        return ClaimDirection::kGained;
    default:
        return ClaimDirection::kUnknown;
    }
}

TextClaim as_the_case_has_it(TextClaim figure, const Claim& claim) {
    figure.since.date = claim.since;
    figure.as_of.date = claim.end();
    if (!claim.within.empty()) {
        figure.place = claim.within; // only figures of one place are compared
    }
    figure.direction = direction_of(claim);
    figure.measure = claim.measure_open ? std::nullopt : std::optional(claim.measure);
    return figure;
}

} // namespace

std::vector<ConsistencyFinding> find_between_claims(std::span<const Claim> claims) {
    std::vector<TextClaim> figures;
    std::vector<std::string> ids;
    for (const Claim& claim : claims) {
        figures.push_back(as_the_case_has_it(claim.figure, claim));
        ids.push_back(claim.id);
        for (const TextClaim& other : claim.others) {
            figures.push_back(as_the_case_has_it(other, claim));
            ids.push_back(claim.id);
        }
    }
    std::vector<ConsistencyFinding> out;
    for (Consistency& found : check_consistency(figures)) {
        ConsistencyFinding finding{found.code, found.agrees, {}, std::move(found.figures)};
        for (const std::size_t index : found.claims) {
            if (std::find(finding.claims.begin(), finding.claims.end(), ids[index]) ==
                finding.claims.end()) {
                finding.claims.push_back(ids[index]);
            }
        }
        out.push_back(std::move(finding));
    }
    return out;
}

} // namespace engine
