// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/timeline.hpp"

#include <optional>
#include <vector>

namespace engine {

/// When the gross change first reached a figure: all that changed hands either way, lost and
/// gained, summed up from map to map. As find_crossing, whose `measure` of the answer says nothing
/// here.
std::optional<Crossing> find_gross_crossing(const Timeline& timeline, std::vector<TimelineRow> rows,
                                            shapes::Area figure);

} // namespace engine
