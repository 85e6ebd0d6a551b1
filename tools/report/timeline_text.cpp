// SPDX-License-Identifier: MIT
#include "tools/report/alarm_text.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/star.hpp"
#include "tools/report/text.hpp"
#include "tools/report/timeline.hpp"

#include <algorithm>

namespace report {
namespace {

std::string days_text(const engine::Gap& gap) {
    return gap.days() == 1 ? gap.first.iso() : gap.first.iso() + " … " + gap.last.iso();
}

// The days of one kind of gap, all in one line.
std::string gaps_text(const engine::Timeline& timeline, engine::Gap::Kind kind,
                      const std::string& what) {
    std::string list;
    for (const engine::Gap& gap : timeline.gaps) {
        if (gap.kind == kind) {
            list += (list.empty() ? "" : ", ") + days_text(gap);
        }
    }
    return list.empty() ? "" : what + ": " + list;
}

std::string crossing_text(const engine::Crossing& crossing, const Screen& screen) {
    const std::string what = std::string(name(crossing.of)) + " " +
                             round_area(crossing.figure.km2(), screen.unit) + ": ";
    return crossing.after ? what + "reached after the map of " + crossing.after->iso() +
                                " and by that of " + crossing.by.iso()
                          : what + "reached in the first map, of " + crossing.by.iso();
}

std::string line(const std::string& text, const Screen& screen) {
    return wrap(text, screen.width, 2) + '\n';
}

Table rows_table(const TimelineReport& report, const Screen& screen) {
    const AreaUnit unit = screen.unit;
    Table table({{"map of"},
                 {std::string("held, ") + symbol(unit), Align::decimal},
                 {"lost", Align::decimal},
                 {"gained", Align::decimal},
                 {"net", Align::decimal},
                 {"lost so far", Align::decimal},
                 {"gained so far", Align::decimal},
                 {"files", Align::right},
                 {"file", Align::left, true}});
    bool before = false; // whether the map before has such an edge
    bool ever = false;
    for (const engine::TimelineRow& row : report.rows) {
        const engine::Snapshot& snapshot = report.timeline.snapshots[row.snapshot];
        const bool now = goes_the_long_way(snapshot.boundary.problems);
        const bool change = now || before;
        ever = ever || now;
        table.add({snapshot.date.iso(), Cell(starred(figure(row.held, unit), now), Tone::strong),
                   starred(figure(row.lost, unit), change),
                   starred(figure(row.gained, unit), change),
                   starred(signed_figure(row.net(), unit), change),
                   starred(figure(row.cumulative_lost, unit), ever),
                   starred(figure(row.cumulative_gained, unit), ever),
                   std::to_string(snapshot.files.size()), clean(snapshot.boundary.path())});
        before = now;
    }
    return table;
}

} // namespace

std::string timeline_text(const TimelineReport& report, const Screen& screen) {
    const bool star = std::ranges::any_of(report.rows, [&](const engine::TimelineRow& row) {
        return goes_the_long_way(report.timeline.snapshots[row.snapshot].boundary.problems);
    });
    const std::string result = rows_table(report, screen).text(screen) + star_note(star, screen);
    std::string remarks;
    const engine::Timeline& timeline = report.timeline;
    for (const std::string& gaps :
         {gaps_text(timeline, engine::Gap::Kind::missing, "no file of"),
          gaps_text(timeline, engine::Gap::Kind::repeated, "files that repeat another map, of")}) {
        remarks += gaps.empty() ? "" : line(gaps, screen);
    }
    for (const std::string& alarm : alarm_lines(report.alarms, Language::of("en"))) {
        remarks += line(paint("alarm:", Tone::warning, screen) + " " + alarm, screen);
    }
    for (const engine::Crossing& crossing : report.crossings) {
        remarks += line(crossing_text(crossing, screen), screen);
    }
    for (const shapes::Area figure : report.not_reached) {
        remarks +=
            line(round_area(figure.km2(), screen.unit) + ": not reached in these maps", screen);
    }
    return result + (remarks.empty() ? "" : '\n' + remarks);
}

} // namespace report
