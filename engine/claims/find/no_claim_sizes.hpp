// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/find/area_units.hpp"

namespace engine {

/// Sizes that nobody states of land that something happens to: how large a region is ("Poland
/// covers 312,000 km²", "the size of Montréal (480 km²)"), and from what size on something counts
/// ("433 fires larger than 30 hectares").
bool is_size_of_region(const Annotated& text, Sentence sentence, const Quantity& quantity,
                       const AreaUnit& unit);
bool is_threshold(const Annotated& text, Sentence sentence, const Quantity& quantity,
                  double unit_km2, std::size_t unit_last);

} // namespace engine
