// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/drawing.hpp"
#include "shapes/difference/validity.hpp"
#include "shapes/types/problem.hpp"

#include <vector>

namespace shapes {

/// Problems listed for one region at most; one more entry tells how many there were beyond.
inline constexpr std::size_t kMaxProblems = 200;

/// What is wrong with a drawn region, for a person: rings left out, faults by ring, then one entry
/// for all clockwise shells and one for all counter-clockwise holes. The order depends on the
/// drawing only. `ring` is the index in the region that was drawn.
std::vector<Problem> problems_of(const Region& drawn, const Drawing& drawing,
                                 const Validity& validity);

} // namespace shapes
