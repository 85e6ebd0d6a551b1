// SPDX-License-Identifier: MIT
#pragma once

#include "engine/measure/window.hpp"
#include "engine/timeline/alarm.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// A map that a window rests on, and an alarm that casts doubt on it.
struct DoubtedMap {
    Alarm alarm;
    std::size_t map = 0;
};

/// In the order of the alarms.
std::vector<DoubtedMap> doubted_maps(const Frame& frame, std::span<const Date> days,
                                     const std::vector<Alarm>& alarms);

/// The day of the first map that a window rests on of which nobody said which way round the Earth
/// an edge leads; nullopt where there is none.
std::optional<Date> led_either_way(const Frame& frame, std::span<const Date> days,
                                   const std::vector<Alarm>& alarms);

/// The steps in what the maker counts as held, between the first map that may be the baseline and
/// the last that may be the end: a change across them is one of definition. What appears is no
/// loss, and what vanishes no gain. None for `held`.
std::vector<Alarm> breaks_within(const Frame& frame, Measure measure, std::span<const Date> days,
                                 const std::vector<Alarm>& alarms);

/// The stretches between two maps that breaks leave: up to the map before each, and on from its
/// own.
std::vector<Maps> stretches(const Maps& maps, const std::vector<Alarm>& breaks,
                            std::span<const Date> days);

} // namespace engine
