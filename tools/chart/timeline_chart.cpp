// SPDX-License-Identifier: MIT
#include "tools/chart/timeline_chart.hpp"

#include "tools/chart/assets.hpp"

#include <cmath>

namespace chart {
namespace {

std::vector<Series> series_of(const report::TimelineReport& report) {
    Series held{"held", Series::Look::solid, {}};
    Series lost{"lost so far, from map to map", Series::Look::dashed, {}};
    Series gained{"gained so far, from map to map", Series::Look::dotted, {}};
    for (const engine::TimelineRow& row : report.rows) {
        const engine::Date day = report.timeline.snapshots[row.snapshot].date;
        held.points.push_back({day, row.held.km2()});
        lost.points.push_back({day, row.cumulative_lost.km2()});
        gained.points.push_back({day, row.cumulative_gained.km2()});
    }
    return {held, lost, gained};
}

std::string description(const report::TimelineReport& report, const Words& words) {
    const auto& snapshots = report.timeline.snapshots;
    if (report.rows.empty()) {
        return "No map has a day.";
    }
    const engine::TimelineRow& first = report.rows.front();
    const engine::TimelineRow& last = report.rows.back();
    const auto km2 = [&](shapes::Area area) {
        return words.number(std::round(area.km2() * 10) / 10) + " km²";
    };
    return "On the map of " + snapshots[first.snapshot].date.iso() + " " + km2(first.held) +
           " are held, on that of " + snapshots[last.snapshot].date.iso() + " " + km2(last.held) +
           ". Added up from map to map " + km2(last.cumulative_lost) + " were lost and " +
           km2(last.cumulative_gained) +
           " gained. Alarms with a day: " + std::to_string(flags_of(report.alarms).size()) + ".";
}

} // namespace

std::vector<Flag> flags_of(const std::vector<engine::Alarm>& alarms) {
    std::vector<Flag> flags;
    for (const engine::Alarm& alarm : alarms) {
        if (alarm.date) {
            flags.push_back({*alarm.date, alarm.text});
        }
    }
    return flags;
}

std::string timeline_svg(const report::TimelineReport& report) {
    const Words words(engine::Language::of("en"));
    LineChart chart;
    chart.id = "timeline";
    chart.title = "Timeline of " + report.timeline.source;
    chart.description = description(report, words);
    chart.axis = "km²";
    chart.series = series_of(report);
    chart.flags = flags_of(report.alarms);
    chart.width = 900;
    chart.height = 420;
    chart.standalone_style = asset("chart/assets/chart.css");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- written by areaclaim -->\n" +
           line_chart(chart, words).str() + "\n";
}

} // namespace chart
