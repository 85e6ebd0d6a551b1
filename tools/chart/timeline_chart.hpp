// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "tools/chart/line_chart.hpp"
#include "tools/report/timeline.hpp"
#include "tools/report/unit.hpp"

#include <string>
#include <vector>

namespace chart {

/// A source's timeline as a drawing of its own (SVG 1.1 with a style sheet inside, no script, no
/// reference to anything outside): what is held; below it, on an axis of their own, lost and gained
/// so far, added up from map to map, and the alarms; areas in `unit`. Looks by shape and dash as
/// well as by colour; light, dark and print.
///
/// Of each claim that is_on_chart the band of its words stands at its day, counted from what had
/// been lost or gained by its baseline: the words cover what was measured where the line goes
/// through the band.
std::string timeline_svg(const report::TimelineReport& report,
                         report::AreaUnit unit = report::AreaUnit::km2,
                         const std::vector<engine::Claim>& claims = {});

/// Whether a timeline shows it: it speaks of land lost, gained or held, without a region of its
/// own, as of a day from the first map to the last.
bool is_on_chart(const engine::Claim& claim, const report::TimelineReport& report);

/// Alarms that have a day, as flags of a chart.
std::vector<Flag> flags_of(const std::vector<engine::Alarm>& alarms);

} // namespace chart
