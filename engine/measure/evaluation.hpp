// SPDX-License-Identifier: MIT
#pragma once

#include "engine/measure/measurements.hpp"
#include "engine/measure/window.hpp"
#include "engine/verification.hpp"

#include <map>
#include <optional>

namespace engine {

/// What the maps say of a measure over a window, over every choice of map around its ends.
struct Evaluation {
    Frame frame;
    std::optional<shapes::Area> best; ///< of maps of the very days
    Interval interval;
    /// The change the other way (gained for lost, and back); empty for net and held.
    Interval opposite;
    Bracket bracket;
    std::map<Maps, shapes::Area> values; ///< of each choice
};

/// Looks a measure up. The interval assumes that between two neighbouring maps land changed hands
/// in one direction only, so that the truth lies between the values of the maps; where no map
/// bounds the window on one side, the interval is open there.
Evaluation evaluate(const Measurements& measured, Measure measure, const Window& window,
                    ControlClass level);

/// Makes an interval contain a value; an empty one becomes that value.
void widen(Interval& interval, shapes::Area value);

} // namespace engine
