// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/line_chart.hpp"
#include "tools/report/timeline.hpp"
#include "tools/report/unit.hpp"

#include <string>

namespace chart {

/// A source's timeline as a drawing of its own (SVG 1.1 with a style sheet inside, no script, no
/// reference to anything outside): held, lost and gained so far, added up from map to map, and the
/// alarms; areas in `unit`. Looks by shape and dash as well as by colour; light, dark and print.
std::string timeline_svg(const report::TimelineReport& report,
                         report::AreaUnit unit = report::AreaUnit::km2);

/// Alarms that have a day, as flags of a chart.
std::vector<Flag> flags_of(const std::vector<engine::Alarm>& alarms);

} // namespace chart
