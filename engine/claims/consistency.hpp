// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What two or three claims say of one another.
struct Consistency {
    /// "extra_fits", "extra_differs": a later total less an earlier one is the stated increase.
    /// "comparison_fits", "comparison_loose", "comparison_differs": a figure beside the size of a
    ///   region, within the strict band, only the lenient one, or neither.
    /// "settlements_per_area", "settlements_unlikely": km² to a settlement.
    /// "cumulative_falls": a later total below an earlier one.
    /// "figures_differ": two figures for the same days whose lenient bands do not meet.
    std::string code;
    bool agrees = true;
    std::vector<std::size_t> claims; ///< indices of the claims given
    std::string text;                ///< for a reader, with the figures
};

/// How claims about the same events fit together; only claims whose days are known take part in the
/// checks that need days. Looks at the first 60 claims with an area: no article has more, and the
/// work grows with their third power. Pure.
std::vector<Consistency> check_consistency(std::span<const TextClaim> claims);

} // namespace engine
