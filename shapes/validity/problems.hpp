// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"

#include <vector>

namespace shapes::validity {

/// Problems listed for one region at most; one more entry tells how many there were beyond.
inline constexpr std::size_t kMaxProblems = 200;

/// What is wrong with a drawn region, for a person: rings left out, faults by ring, then one entry
/// for all clockwise shells and one for all counter-clockwise holes. The order depends on the
/// drawing only. `ring` is the index in the region that was drawn.
std::vector<Problem> problems_of(const Region& drawn, const InputRings& input,
                                 const Examination& examination);

} // namespace shapes::validity
