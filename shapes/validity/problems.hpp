// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"

#include <vector>

namespace shapes::validity {

/// The most problems listed for one region. If there are more, one further entry says how many.
inline constexpr std::size_t kMaxProblems = 200;

/// What is wrong with a drawn region, in words for a person: first the rings left out, then the
/// faults ring by ring, then one entry for all clockwise shells and one for all counter-clockwise
/// holes. The order depends on nothing but the drawing. `Problem::ring` is the index of the ring in
/// the region as drawn.
std::vector<Problem> problems_of(const Region& drawn, const InputRings& input,
                                 const Examination& examination);

} // namespace shapes::validity
