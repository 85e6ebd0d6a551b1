// SPDX-License-Identifier: MIT
#include "tools/chart/timeline_chart.hpp"

#include "tools/embedded.hpp"
#include "tools/report/alarm_text.hpp"

#include <cmath>

namespace chart {
namespace {

std::vector<Series> series_of(const report::TimelineReport& report, report::AreaUnit unit) {
    const double one = report::km2_in(unit);
    Series held{"held", Series::Look::solid, {}};
    Series lost{"lost so far, from map to map", Series::Look::dashed, {}};
    Series gained{"gained so far, from map to map", Series::Look::dotted, {}};
    for (const engine::TimelineRow& row : report.rows) {
        const engine::Date day = report.timeline.snapshots[row.snapshot].date;
        held.points.push_back({day, row.held.km2() / one});
        lost.points.push_back({day, row.cumulative_lost.km2() / one});
        gained.points.push_back({day, row.cumulative_gained.km2() / one});
    }
    return {held, lost, gained};
}

std::string description(const report::TimelineReport& report, report::AreaUnit unit,
                        const Words& words) {
    const auto& snapshots = report.timeline.snapshots;
    if (report.rows.empty()) {
        return "No map has a day.";
    }
    const engine::TimelineRow& first = report.rows.front();
    const engine::TimelineRow& last = report.rows.back();
    const auto figure = [&](shapes::Area area) {
        const double value = area.km2() / report::km2_in(unit);
        return words.number(std::round(value * 10) / 10) + " " + report::symbol(unit);
    };
    return "On the map of " + snapshots[first.snapshot].date.iso() + " " + figure(first.held) +
           " are held, on that of " + snapshots[last.snapshot].date.iso() + " " +
           figure(last.held) + ". Added up from map to map " + figure(last.cumulative_lost) +
           " were lost and " + figure(last.cumulative_gained) +
           " gained. Alarms with a day: " + std::to_string(flags_of(report.alarms).size()) + ".";
}

} // namespace

std::vector<Flag> flags_of(const std::vector<engine::Alarm>& alarms) {
    std::vector<Flag> flags;
    for (const engine::Alarm& alarm : alarms) {
        if (alarm.date) {
            flags.push_back({*alarm.date, report::alarm_text(alarm, report::Language::of("en"))});
        }
    }
    return flags;
}

std::string timeline_svg(const report::TimelineReport& report, report::AreaUnit unit) {
    const Words words(report::Language::of("en"));
    LineChart chart;
    chart.id = "timeline";
    chart.title = "Timeline of " + report.timeline.source;
    chart.description = description(report, unit, words);
    chart.axis = report::symbol(unit);
    chart.series = series_of(report, unit);
    chart.flags = flags_of(report.alarms);
    chart.width = 900;
    chart.height = 420;
    chart.standalone_style = tools::asset("chart/assets/chart.css");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- written by areaclaim -->\n" +
           line_chart(chart, words).str() + "\n";
}

} // namespace chart
