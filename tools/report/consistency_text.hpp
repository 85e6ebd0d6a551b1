// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/consistency.hpp"
#include "engine/verification.hpp"
#include "tools/report/figures.hpp"

#include <string>

namespace report {

/// What claims say of one another, with their figures, in the language and the unit of `figures`:
/// "2,000 km² less 1,000 km² are 1,000 km²; the increase is stated as 1,000 km²".
std::string consistency_text(const engine::ConsistencyFigures& found, const Figures& figures);

/// The same after the ids of the claims.
std::string consistency_line(const engine::ConsistencyFinding& finding, const Figures& figures);

} // namespace report
