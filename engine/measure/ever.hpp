// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/measure.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

#include <cstddef>
#include <functional>

namespace engine {

/// Of the land that was held on some map from `from` to `to` (from ≤ to): for `lost` what is not
/// held on the last of them, for `gained` what was not held on the first. Land that changed hands
/// several times counts once. Never less than what the two maps alone say, and never more than the
/// sum from map to map. `held` gives what a map holds. Straight edges; a map that would add less
/// than 0.01 km² is passed over.
shapes::Area area_ever_changed(const std::function<shapes::ValidRegion(std::size_t map)>& held,
                               Measure measure, std::size_t from, std::size_t to);

} // namespace engine
