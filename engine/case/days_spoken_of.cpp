// SPDX-License-Identifier: MIT
#include "engine/case/days_spoken_of.hpp"

#include <algorithm>
#include <vector>

namespace engine {
namespace {

/// Empty where the claim leaves one open.
std::vector<Date> days_of(const Claim& claim) {
    const auto end = claim.end();
    const bool is_change = claim.measure_open || claim.measure != Measure::held;
    if (!end || (is_change && !claim.since)) {
        return {};
    }
    std::vector<Date> days = claim.baselines;
    days.push_back(*end);
    if (claim.since) {
        days.push_back(*claim.since);
    }
    return days;
}

} // namespace

std::optional<DaySpan> days_spoken_of(const Case& the_case) {
    std::optional<DaySpan> span;
    for (const Claim& claim : the_case.claims) {
        const std::vector<Date> days = days_of(claim);
        if (days.empty()) {
            return std::nullopt;
        }
        const auto [first, last] = std::ranges::minmax(days);
        span = span ? DaySpan{std::min(span->first, first), std::max(span->last, last)}
                    : DaySpan{first, last};
    }
    return span;
}

} // namespace engine
