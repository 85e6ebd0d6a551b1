// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/timeline.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Something about a source's maps that a reader must know before trusting a figure from them.
struct Alarm {
    std::string code;          ///< stable name, see find_alarms
    std::optional<Date> date;  ///< the snapshot or the first day it is about
    std::optional<double> km2; ///< its size where it has one
    std::string text;          ///< one sentence for a person
    std::string parts; ///< of a break: what appeared or vanished, in how many parts and where
};

/// Looks through a source's maps. `rows` are the timeline's own (see `measure`) at `level`.
/// Thresholds stand, with their reasons, in engine/data/alarms.toml. In order of date, then code.
///
/// | code | raised where |
/// | --- | --- |
/// | file_date_not_map_date | files carry a map of another day |
/// | repeated_map | files of a source without map dates repeat the region of the day before |
/// | missing_day | days between two maps have no file |
/// | one_day_spike | the held area jumps up and is back within `spike_days` |
/// | restored_dip | the held area falls and is back within `dip_days` |
/// | definition_break | a step that stays and is made, nearly all, of whole components, or is not
/// like the days around it (breaks.hpp) |
/// | component_whole | a component of at least `component_km2` appears or vanishes whole |
/// | polygon_far | a polygon stands more than `far_km` from the largest one |
/// | layers_disagree | what a map draws as lost or gained is not what was measured |
/// | overlap | polygons of one date and class overlap |
/// | long_edge | an edge spans more than 180 degrees of longitude and is measured the long way |
/// | class_share_jump | the share of contested or claimed areas jumps |
/// | orientation, zero_area, invalid_rings | how many rings of how many maps |
std::vector<Alarm> find_alarms(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                               ControlClass level);

/// Whether a verdict that rests on a map with this alarm is to be doubted: its area may be an error
/// of the map rather than a change on the ground.
bool casts_doubt(const Alarm& alarm);

} // namespace engine
