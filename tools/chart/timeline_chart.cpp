// SPDX-License-Identifier: MIT
#include "tools/chart/timeline_chart.hpp"

#include "tools/chart/claim_strip.hpp"
#include "tools/embedded.hpp"
#include "tools/report/alarm_text.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace chart {
namespace {

using engine::Measure;
using report::TimelineReport;

engine::Date day_of(const engine::TimelineRow& row, const TimelineReport& report) {
    return report.timeline.snapshots[row.snapshot].date;
}

/// What a row has of a measure, km²; lost and gained so far.
double value_of(const engine::TimelineRow& row, Measure measure) {
    return (measure == Measure::held   ? row.held
            : measure == Measure::lost ? row.cumulative_lost
                                       : row.cumulative_gained)
        .km2();
}

Series series_of(const char* name, Series::Look look, Measure measure, const TimelineReport& report,
                 report::AreaUnit unit) {
    Series series{name, look, {}};
    for (const engine::TimelineRow& row : report.rows) {
        series.points.push_back(
            {day_of(row, report), value_of(row, measure) / report::km2_in(unit)});
    }
    return series;
}

/// "A" to "Z", then "A1" and so on.
std::string mark_of(std::size_t index) {
    const std::string letter(1, static_cast<char>('A' + index % 26));
    return index < 26 ? letter : letter + std::to_string(index / 26);
}

/// Where a claim's measure stood on the day that it counts from, km²: on the last map until then.
double baseline_km2(const engine::Claim& claim, const TimelineReport& report) {
    if (claim.measure == Measure::held || !claim.since) {
        return 0.0;
    }
    const auto after = std::ranges::find_if(report.rows, [&](const engine::TimelineRow& row) {
        return day_of(row, report) > *claim.since;
    });
    return after == report.rows.begin() ? 0.0 : value_of(*std::prev(after), claim.measure);
}

/// Of the claims that a panel shows: of what is held, or of the changes.
std::vector<Strip> strips_of(const std::vector<engine::Claim>& claims, bool held,
                             const TimelineReport& report, report::AreaUnit unit,
                             const Words& words) {
    std::vector<Strip> strips;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const engine::Claim& claim = claims[i];
        if (!is_on_chart(claim, report) || (claim.measure == Measure::held) != held) {
            continue;
        }
        Strip strip = strip_of(claim.figure, report::km2_in(unit));
        const double from = baseline_km2(claim, report) / report::km2_in(unit);
        strip.low += from;
        strip.high += from;
        strip.line = strip.line ? std::optional(*strip.line + from) : std::nullopt;
        strip.day = *claim.end();
        strip.mark = mark_of(i);
        strip.name = "“" + report::clean(claim.text) + "” (" + words.day_and_year(strip.day) + ")";
        strips.push_back(std::move(strip));
    }
    return strips;
}

std::string description(const TimelineReport& report, report::AreaUnit unit, const Words& words) {
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

bool is_on_chart(const engine::Claim& claim, const TimelineReport& report) {
    const auto day = claim.end();
    return claim.figure.lenient && claim.measure != Measure::net && !claim.measure_open &&
           claim.within.empty() && day && !report.rows.empty() &&
           *day >= day_of(report.rows.front(), report) &&
           *day <= day_of(report.rows.back(), report);
}

std::string timeline_svg(const TimelineReport& report, report::AreaUnit unit,
                         const std::vector<engine::Claim>& claims) {
    const Words words(report::Language::of("en"));
    LineChart held;
    held.id = "held";
    held.title = "Timeline of " + report.timeline.source;
    held.description = description(report, unit, words);
    held.axis = report::symbol(unit);
    held.series = {series_of("held", Series::Look::solid, Measure::held, report, unit)};
    held.strips = strips_of(claims, true, report, unit, words);
    held.width = 900;
    held.height = 230;
    held.from_nothing = false; // what changes would be lost in it
    held.standalone_style = tools::asset("chart/assets/chart.css");
    LineChart changes = held;
    changes.id = "changes";
    changes.series = {series_of("lost so far, from map to map", Series::Look::dashed, Measure::lost,
                                report, unit),
                      series_of("gained so far, from map to map", Series::Look::dotted,
                                Measure::gained, report, unit)};
    changes.strips = strips_of(claims, false, report, unit, words);
    changes.flags = flags_of(report.alarms);
    changes.height = 330;
    changes.from_nothing = true;
    for (const Flag& flag : changes.flags) {
        held.days.push_back(flag.day);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- written by areaclaim -->\n" +
           stacked_charts({held, changes}, words).str() + "\n";
}

} // namespace chart
