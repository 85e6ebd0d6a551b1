// SPDX-License-Identifier: MIT
#pragma once

#include "engine/verification.hpp"

#include <string>

namespace evidence {

/// The verdicts as ClaimReview (https://schema.org/ClaimReview) in JSON-LD, one for each claim, for
/// an editor to complete: who publishes the review, where and when is not ours to say, so that
/// stays out. Whether the claimant was asked stands in the body where the case tells it.
/// `ratingValue` is out as well: the verdicts are no scale from worst to best. `alternateName` is a
/// newsroom's own label where it has one.
std::string claim_review(const engine::Verification& verification);

} // namespace evidence
