// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "engine/verification.hpp"

#include <span>
#include <vector>

namespace engine {

/// How the claims of a case fit together (check_consistency), with the days and the direction the
/// case gives them. Further figures of a claim's text (settlements, say) take part under its id.
std::vector<ConsistencyFinding> find_between_claims(std::span<const Claim> claims);

} // namespace engine
