// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_class.hpp"
#include "engine/timeline/measure.hpp"
#include "engine/timeline/timeline.hpp"
#include "shapes/types/position.hpp"
#include "shapes/units/area.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// What an alarm is about; its name is stable, see find_alarms.
enum class AlarmCode {
    file_date_not_map_date,
    repeated_map,
    missing_day,
    one_day_spike,
    restored_dip,
    definition_break,
    component_whole,
    polygon_far,
    layers_disagree,
    overlap,
    long_edge,
    class_share_jump,
    orientation,
    zero_area,
    invalid_rings,
};

/// "file_date_not_map_date", …
const char* name(AlarmCode code);

/// Files that carry the map of another day, and how many days away the farthest is.
struct OtherFiles {
    std::size_t files = 0;
    int days = 0;
};

/// The last of the days without a map that begin with the alarm's.
struct MissingDays {
    Date last;
};

/// The day by which a jump is undone.
struct BackBy {
    Date day;
};

/// What appeared or vanished in a step: in how many parts, and where the largest lies.
struct StepParts {
    std::size_t count = 0;
    shapes::Area largest;
    shapes::Position middle; ///< of its bounds
};

/// A break that the source's profile tells of, in its words.
struct KnownBreak {
    std::string what;
};

/// How far from the rest the farthest polygon stands.
struct FarAway {
    double km = 0.0;
};

/// What a map draws as lost or gained since a day, beside what was measured.
struct DrawnLayer {
    Measure of = Measure::lost; ///< lost or gained
    Date since;
    shapes::Area drawn;
    shapes::Area measured;
};

/// The share of a class in all that is held, 0 … 1, before and after.
struct ShareJump {
    ControlClass of = ControlClass::contested;
    double before = 0.0;
    double after = 0.0;
};

/// Faults of rings, on so many of a source's maps.
struct RingFaults {
    std::size_t rings = 0;
    std::size_t maps = 0;
    std::size_t all_maps = 0;
};

/// What is known of an alarm besides its day and its size.
using AlarmFacts = std::variant<std::monostate, OtherFiles, MissingDays, BackBy, StepParts,
                                KnownBreak, FarAway, DrawnLayer, ShareJump, RingFaults>;

/// Something about a source's maps that a reader must know before trusting a figure from them.
struct Alarm {
    AlarmCode code = AlarmCode::missing_day;
    std::optional<Date> date = std::nullopt;  ///< the snapshot or the first day it is about
    std::optional<double> km2 = std::nullopt; ///< its size where it has one; negative: vanishes
    AlarmFacts facts = {};
};

/// Looks through a source's maps. `rows` are the timeline's own (see `measure`) at `level`.
/// Thresholds stand, with their reasons, in engine/data/alarms.toml. In order of date, then code.
///
/// | code | raised where | facts |
/// | --- | --- | --- |
/// | file_date_not_map_date | files carry a map of another day | OtherFiles |
/// | repeated_map | files of a source without map dates repeat the region of the day before |
/// OtherFiles | | missing_day | days between two maps have no file | MissingDays | | one_day_spike
/// | the held area jumps up and is back within `spike_days` | BackBy | | restored_dip | the held
/// area falls and is back within `dip_days` | BackBy | | definition_break | a step that stays and
/// is made, nearly all, of whole components, or is not like the days around it (breaks.hpp) |
/// StepParts or KnownBreak | | component_whole | a component of at least `component_km2` appears or
/// vanishes whole | none | | polygon_far | a polygon stands more than `far_km` from the largest one
/// | FarAway | | layers_disagree | what a map draws as lost or gained is not what was measured |
/// DrawnLayer | | overlap | polygons of one date and class overlap | RingFaults | | long_edge | an
/// edge spans more than 180 degrees of longitude and is measured the long way | RingFaults | |
/// class_share_jump | the share of contested or claimed areas jumps | ShareJump | | orientation,
/// zero_area, invalid_rings | how many rings of how many maps | RingFaults |
///
/// Maps and steps are measured on up to `threads` threads, on which the result does not depend.
std::vector<Alarm> find_alarms(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                               ControlClass level, int threads = 1);

/// Whether a verdict that rests on a map with this alarm is to be doubted: its area may be an error
/// of the map rather than a change on the ground.
bool casts_doubt(const Alarm& alarm);

} // namespace engine
