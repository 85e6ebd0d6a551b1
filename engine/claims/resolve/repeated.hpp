// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"

#include <vector>

namespace engine {

/// Joins what is said more than once (headline and text, a figure and its conversion) into the
/// first place it is said, with the others in `again`. Two claims are one where kind, region and
/// figure agree (to a hundredth, as conversions are rounded), they stand in different sentences,
/// and neither days nor measure contradict each other; what the first leaves open the others fill.
/// Linear in the number of claims.
std::vector<TextClaim> join_repeated(std::vector<TextClaim> claims);

} // namespace engine
