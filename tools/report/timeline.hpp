// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/alarm.hpp"
#include "engine/timeline/timeline.hpp"
#include "tools/report/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace report {

/// The answer of `timeline`.
struct TimelineReport {
    engine::Timeline timeline;
    std::vector<engine::TimelineRow> rows;
    engine::ControlClass counting = engine::ControlClass::confirmed; ///< what counts as held
    std::vector<engine::Crossing> crossings;
    std::vector<shapes::Area> not_reached; ///< figures asked for that no map reaches
    std::vector<engine::Alarm> alarms;
    std::vector<std::string> unread; ///< files that could not be read and are left out
};

std::string timeline_text(const TimelineReport& report, const Screen& screen);
std::string timeline_json(const TimelineReport& report);
/// How every CSV of a timeline begins.
inline constexpr std::string_view kTimelineHeader = "date,path,files,held_km2,";
/// A header and one record per row, the columns named as in the JSON.
std::string timeline_csv(const TimelineReport& report);

} // namespace report
