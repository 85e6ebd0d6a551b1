// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/measure.hpp"
#include "engine/timeline/timeline.hpp"
#include "engine/verdict/thresholds.hpp"
#include "engine/verdict/verdict.hpp"

#include <vector>

namespace engine {

/// "Lost 3,000 km² since May" may mean what is missing on the last map of what the first one had,
/// or the sum of what was lost from map to map: land that was lost, won back and lost again counts
/// twice there, and land that was won and lost within the window counts as well. The sum is never
/// the smaller one. Redrawing of a line that did not move adds to it on every map.
struct MeasureReadings {
    Interval gross; ///< the sum, over every choice of maps around the window's ends
    Interval ever;  ///< each place once that changed hands at some time, see ever.hpp
    Interval net;   ///< of the two maps, gained less lost
    shapes::Area held_at_baseline; ///< no more than this can be missing on the last map
};

/// Whether the sum is told from what the two maps say by more than the redrawing of a line: by at
/// least `gross_share` of it.
bool is_to_and_fro(const MeasureReadings& readings, const Interval& two_maps,
                   const Thresholds& limits = thresholds());

/// The sums of a measure (`lost` or `gained`) from map to map over a window, of rows that are the
/// timeline's own. `base` and `last` are the maps around its ends; both must be bounded on both
/// sides. Where two maps in the window are more than `gross_gap_days` apart, what moved to and fro
/// between them is not seen, and the sum has no upper end.
MeasureReadings measure_readings(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                                 Measure measure, const AsOf& base, const AsOf& last,
                                 const Thresholds& limits = thresholds());

} // namespace engine
