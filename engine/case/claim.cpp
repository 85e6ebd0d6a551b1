// SPDX-License-Identifier: MIT
#include "engine/case/claim.hpp"

#include "engine/claims/read_claims.hpp"
#include "engine/input_error.hpp"

#include <algorithm>
#include <utility>

namespace engine {

bool is_area(const TextClaim& found) {
    return found.kind != ClaimKind::kCount && found.figure_km2 && found.strict && found.lenient;
}

namespace {

[[noreturn]] void fail_no_figure(const Claim& claim, const std::vector<TextClaim>& found,
                                 const std::string& place) {
    std::string reason = "the text \"" + claim.text + "\" yields no figure of an area";
    if (!found.empty()) {
        reason += std::string(" (only a ") + name(found.front().kind) + ": \"" +
                  found.front().text + "\")";
    }
    throw InputError(place + ": " + reason +
                     ". State it with a number and a unit, as in \"2,000 square kilometres\", or "
                     "with a region whose area is known.");
}

/// Days that the text states and the claim leaves open.
void fill_days(Claim& claim) {
    const auto fill = [](std::optional<Date>& day, const StatedDay& told) {
        if (!day) {
            day = told.date;
        }
    };
    fill(claim.stated, claim.figure.stated);
    fill(claim.since, claim.figure.since);
    fill(claim.as_of, claim.figure.as_of);
}

} // namespace

Claim read_claim(Claim claim, std::optional<Measure> measure, const std::string& holder,
                 const std::string& place) {
    ReadOptions options;
    options.lang = claim.lang;
    options.published = claim.stated;
    options.holder = holder;
    options.is_claim = true;
    std::vector<TextClaim> found = read_claims(claim.text, options);
    const auto first = std::ranges::find_if(found, is_area);
    if (first == found.end()) {
        fail_no_figure(claim, found, place);
    }
    claim.figure = *first;
    found.erase(first);
    claim.others = std::move(found);
    if (claim.speaker.empty()) {
        claim.speaker = claim.figure.speaker;
    }
    fill_days(claim);
    const std::optional<Measure> told = measure ? measure : claim.figure.measure;
    claim.measure_open = !told;
    claim.measure = told.value_or(Measure::lost);
    for (const TextClaim& other : claim.others) {
        claim.warnings.push_back({WarningCode::not_verified, other.text});
    }
    if (claim.since && claim.end() && *claim.end() < *claim.since) {
        throw InputError(place + ": the claim begins on " + claim.since->iso() +
                         ", after the day it speaks of, " + claim.end()->iso() +
                         ". Check 'since', 'as_of' and 'stated'.");
    }
    return claim;
}

} // namespace engine
