// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/alarm.hpp"
#include "engine/timeline/timeline.hpp"

#include <vector>

namespace engine {

/// A connected part of what appeared or vanished in a step, and where its middle is.
struct StepPart {
    shapes::Area area;
    shapes::Position middle; ///< of its bounds
};

/// The connected parts of a step between two maps, the largest first: of `before` without `after`
/// where the held area fell, else the other way round.
std::vector<StepPart> parts_of_step(const shapes::ValidRegion& before,
                                    const shapes::ValidRegion& after);

/// How many parts a step has and where the largest lies; nothing below a hundredth of it is
/// counted.
StepParts summary_of(const std::vector<StepPart>& parts);

/// Of the shorter of two outlines, the share by length that the other draws with the same edges; 1
/// where there is no outline. Maps of one maker share nearly all of it from day to day, through a
/// retreat as well (0.92 of NZZ's across 8,366 km² lost in three days); where a maker takes his
/// borders from another reference, or draws anew, it falls (0.51 on 2023-05-23).
double share_drawn_alike(const shapes::ValidRegion& a, const shapes::ValidRegion& b);

/// Whether the step into a row is one of definition: it is not like the days around it. Of the maps
/// up to `quiet_days` before and after, all that changed hands either way (of a row that reaches
/// beyond them, in proportion) is
///   - at most 1/`quiet_ratio` of the step; or
///   - at most 1/`redrawn_ratio` of it, and the outline is drawn anew while it was not on the days
///     around.
/// Never where fewer than `least_days` on either side have maps, nor where the two maps themselves
/// are further apart than a week: a front may have moved as far. `row` ≥ 1.
bool is_unlike_days_around(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                           std::size_t row, ControlClass level);

} // namespace engine
