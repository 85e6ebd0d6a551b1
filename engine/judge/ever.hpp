// SPDX-License-Identifier: MIT
#pragma once

#include "engine/judge/source_maps.hpp"

namespace engine {

/// Of the land that was held on some map from `from` to `to` (indices of snapshots, from ≤ to): for
/// `lost` what is not held on the last of them, for `gained` what was not held on the first. Land
/// that changed hands several times counts once. Never less than what the two maps alone say, and
/// never more than the sum from map to map. Straight edges; a map that would add less than 0.01 km²
/// is passed over.
shapes::Area area_ever_changed(SourceMaps& maps, Measure measure, std::size_t from, std::size_t to,
                               ControlClass level);

/// The same over every choice of maps around a window's ends, both of which must be bounded.
Interval ever_changed(SourceMaps& maps, Measure measure, const AsOf& base, const AsOf& last,
                      ControlClass level);

} // namespace engine
