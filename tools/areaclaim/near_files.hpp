// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/days_spoken_of.hpp"
#include "engine/sources/profile.hpp"
#include "engine/timeline/control_boundary.hpp"

#include <string>
#include <vector>

namespace areaclaim {

// A claim about a week in autumn does not rest on the maps of six years. Which files are of days
// near it their names tell, before any is opened; what is left out is told (decision 34).

/// Files of one source, in their order.
struct NearFiles {
    engine::DaySpan days;          ///< that are near
    std::vector<std::string> near; ///< of these days, or of a day that no name tells
    /// Of the first and of the last day that names tell, where they are not near: a border is what
    /// maps far apart in time draw alike.
    std::vector<std::string> ends;
    std::vector<std::string> left_out; ///< all others
};

/// Near are those whose names tell a day within a year of the days that claims speak of, but at
/// least those of a hundred days before the first and a hundred after the last of these, and those
/// whose names tell no day.
NearFiles near_files(const std::vector<std::string>& paths, const engine::DateRule& rule,
                     const engine::DaySpan& spoken_of);

/// Whether the names of files tell about when their maps were drawn: no map knows a day of its own
/// that is more than half a year off. Of maps that were all fetched today they tell nothing.
bool names_tell_days(const std::vector<engine::ControlBoundary>& maps);

} // namespace areaclaim
