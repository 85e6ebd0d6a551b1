// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/read_claims.hpp"
#include "engine/claims/text_claim.hpp"

#include <span>
#include <string>

namespace engine {

/// A case file for the area claims of a text, for a person to edit: one
/// [[claim]] for each area, comparison and share, what is not known left as a comment that says
/// what to fill in, warnings as comments. Rates and counts become comments. It is valid TOML, and a
/// valid case once `stated` stands where it could not be resolved.
std::string draft_case(std::span<const TextClaim> claims, const ReadOptions& options);

} // namespace engine
