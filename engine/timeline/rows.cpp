// SPDX-License-Identifier: MIT
// Measuring a timeline row by row, and finding where a figure was crossed.
#include "engine/timeline/map_figures.hpp"
#include "engine/timeline/timeline.hpp"
#include "shapes/types/enum_names.hpp"

#include <cmath>
#include <optional>
#include <utility>

namespace engine {
namespace {

constexpr auto kTotals =
    shapes::enum_names<Total, Total::held>("lost", "gained", "net", "gross", "held");

shapes::Area value_of(const TimelineRow& row, Total of) {
    switch (of) {
    case Total::lost:
        return row.cumulative_lost;
    case Total::gained:
        return row.cumulative_gained;
    case Total::net:
        return row.cumulative_net();
    case Total::gross:
        return row.cumulative_lost + row.cumulative_gained;
    case Total::held:
        return row.held;
    }
    return {};
}

/// The day on which a straight line from (after, from) to (by, to) reaches the figure.
Date straight_line_day(Date after, shapes::Area from, Date by, shapes::Area to,
                       shapes::Area figure) {
    const double share = (figure - from).m2() / (to - from).m2();
    return after.plus_days(static_cast<int>(std::ceil(share * (by - after))));
}

} // namespace

const char* name(Total total) {
    return kTotals.of(total);
}

std::optional<Total> total_from_name(std::string_view text) {
    return kTotals.find(text);
}

std::vector<TimelineRow> measure(const Timeline& timeline, const MeasureOptions& options) {
    std::vector<TimelineRow> rows;
    const RegionOfInterest within(options.within);
    std::optional<CountedMap> before;
    for (std::size_t i = 0; i < timeline.snapshots.size(); ++i) {
        CountedMap now(timeline.snapshots[i].boundary, options.level, within);
        TimelineRow row;
        row.snapshot = i;
        if (!before) {
            row.held = held_area(now, options.edges);
        } else {
            const Change change = change_between(*before, now, options.edges, options.threads);
            row.held = change.area.after;
            row.lost = change.area.lost;
            row.gained = change.area.gained;
            row.relative_residual = change.straight.relative_residual();
            row.cumulative_lost = rows.back().cumulative_lost + row.lost;
            row.cumulative_gained = rows.back().cumulative_gained + row.gained;
        }
        rows.push_back(row);
        before = std::move(now);
    }
    return rows;
}

std::optional<Crossing> find_crossing(const Timeline& timeline,
                                      const std::vector<TimelineRow>& rows, Total of,
                                      shapes::Area figure) {
    if (rows.empty()) {
        return std::nullopt;
    }
    const auto date = [&](std::size_t i) { return timeline.snapshots[rows[i].snapshot].date; };
    // A change starts from 0, a held area from wherever the first map has it.
    const shapes::Area start = of == Total::held ? value_of(rows.front(), of) : shapes::Area{};
    const bool rising = figure >= start;
    const auto reached = [&](const TimelineRow& row) {
        const shapes::Area value = value_of(row, of);
        return rising ? value >= figure : value <= figure;
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!reached(rows[i])) {
            continue;
        }
        Crossing crossing{of, figure, std::nullopt, date(i), std::nullopt};
        if (i > 0) {
            crossing.after = date(i - 1);
            crossing.interpolated = straight_line_day(date(i - 1), value_of(rows[i - 1], of),
                                                      date(i), value_of(rows[i], of), figure);
        }
        return crossing;
    }
    return std::nullopt;
}

} // namespace engine
