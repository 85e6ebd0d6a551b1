// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/area_units.hpp"

namespace engine {

/// How large a region is, of which nothing is said to happen: "Poland covers 312,000 km²", "the
/// size of Montréal (480 km²)".
bool is_size_of_region(const Annotated& text, Sentence sentence, const Quantity& quantity,
                       const UnitFound& unit);

/// From what size on something counts: "433 fires larger than 30 hectares".
bool is_threshold(const Annotated& text, Sentence sentence, const Quantity& quantity,
                  const UnitFound& unit);

} // namespace engine
