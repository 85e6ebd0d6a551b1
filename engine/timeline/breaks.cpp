// SPDX-License-Identifier: MIT
#include "engine/timeline/breaks.hpp"

#include "engine/timeline/map_figures.hpp"
#include "engine/toml/embedded_numbers.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "shapes/types/box.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <utility>

namespace engine {
namespace {

struct BreakThresholds {
    double quiet_days, least_days, quiet_ratio, redrawn_ratio, redrawn_alike, usual_alike;
};

const BreakThresholds& break_limits() {
    static const BreakThresholds values = [] {
        const EmbeddedNumbers numbers("breaks.toml");
        const BreakThresholds read{numbers.at("quiet_days"),    numbers.at("least_days"),
                                   numbers.at("quiet_ratio"),   numbers.at("redrawn_ratio"),
                                   numbers.at("redrawn_alike"), numbers.at("usual_alike")};
        numbers.finish();
        return read;
    }();
    return values;
}

/// An edge by its ends, the smaller first, and its length in degrees of latitude.
struct Edge {
    std::array<double, 4> ends;
    double length;
};

std::vector<Edge> edges_of(const shapes::Region& region) {
    std::vector<Edge> edges;
    edges.reserve(region.edge_count());
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            std::pair p{ring[i].lon, ring[i].lat};
            std::pair q{ring[i + 1].lon, ring[i + 1].lat};
            if (q < p) {
                std::swap(p, q);
            }
            constexpr double kRadians = 0.017453292519943295;
            const double east = (q.first - p.first) * std::cos(p.second * kRadians);
            edges.push_back(
                {{p.first, p.second, q.first, q.second}, std::hypot(east, q.second - p.second)});
        }
    }
    std::ranges::sort(edges, {}, &Edge::ends);
    return edges;
}

double length_of(const std::vector<Edge>& edges) {
    double sum = 0.0;
    for (const Edge& edge : edges) {
        sum += edge.length;
    }
    return sum;
}

/// What moved in a row, either way, of which `share` counts.
double moved_km2(const TimelineRow& row, double share) {
    return share * (row.lost + row.gained).km2();
}

/// The days of a row, between the map before it and its own.
struct Days {
    Date first, last;
};

Days days_of(const Timeline& timeline, const std::vector<TimelineRow>& rows, std::size_t row) {
    return {timeline.snapshots[rows[row - 1].snapshot].date,
            timeline.snapshots[rows[row].snapshot].date};
}

/// The share of a row's days that lies within [from, to].
double overlap(const Days& days, Date from, Date to) {
    const int all = days.last - days.first;
    const int common = std::min(days.last, to) - std::max(days.first, from);
    return all > 0 ? std::clamp(static_cast<double>(common) / all, 0.0, 1.0) : 0.0;
}

/// The share drawn alike of the neighbouring rows of a step, the largest of up to two on each side.
double usual_alike(const Timeline& timeline, const std::vector<TimelineRow>& rows, std::size_t row,
                   ControlClass level) {
    double usual = 0.0;
    for (const std::size_t i : {row - 2, row - 1, row + 1, row + 2}) {
        if (i >= 1 && i < rows.size()) { // an index below 0 wraps round and is none either
            const auto& a = timeline.snapshots[rows[i - 1].snapshot].boundary;
            const auto& b = timeline.snapshots[rows[i].snapshot].boundary;
            usual = std::max(usual, drawn_alike({a, level}, {b, level}));
        }
    }
    return usual;
}

} // namespace

std::vector<StepPart> parts_of_step(const shapes::ValidRegion& before,
                                    const shapes::ValidRegion& after) {
    const auto change = shapes::change_regions(before, after);
    const shapes::ValidRegion& larger =
        shapes::ellipsoidal_area(change.lost) > shapes::ellipsoidal_area(change.gained)
            ? change.lost
            : change.gained;
    const shapes::Region& region = larger.region();
    std::vector<StepPart> parts;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        StepPart part;
        for (std::size_t r = first; r < last; ++r) {
            part.area += shapes::ring_area(region.ring(r)); // holes count negative
        }
        shapes::Box box;
        for (const shapes::Position at : region.ring(first)) {
            box.add(at);
        }
        part.middle = {(box.west + box.east) / 2, (box.south + box.north) / 2};
        parts.push_back(part);
    }
    std::ranges::sort(parts, std::ranges::greater{}, &StepPart::area);
    return parts;
}

StepParts summary_of(const std::vector<StepPart>& parts) {
    constexpr double kLeastShare = 0.01;
    shapes::Area all;
    for (const StepPart& part : parts) {
        all += part.area;
    }
    const auto counted = std::ranges::count_if(
        parts, [&](const StepPart& part) { return part.area.km2() >= kLeastShare * all.km2(); });
    return parts.empty() ? StepParts{}
                         : StepParts{static_cast<std::size_t>(counted), parts.front().area,
                                     parts.front().middle};
}

double share_drawn_alike(const shapes::ValidRegion& a, const shapes::ValidRegion& b) {
    const std::vector<Edge> first = edges_of(a.region());
    const std::vector<Edge> second = edges_of(b.region());
    std::vector<Edge> both;
    std::ranges::set_intersection(first, second, std::back_inserter(both), {}, &Edge::ends,
                                  &Edge::ends);
    const double shorter = std::min(length_of(first), length_of(second));
    return shorter > 0.0 ? std::min(1.0, length_of(both) / shorter) : 1.0;
}

bool is_unlike_days_around(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                           std::size_t row, ControlClass level) {
    constexpr int kWeek = 7;
    const Days step = days_of(timeline, rows, row);
    if (step.last - step.first > kWeek) {
        return false;
    }
    const int days = static_cast<int>(break_limits().quiet_days);
    const Date from = step.first.plus_days(-days);
    const Date to = step.last.plus_days(days);
    const Date earliest = timeline.snapshots[rows.front().snapshot].date;
    const Date latest = timeline.snapshots[rows.back().snapshot].date;
    if (step.first - earliest < break_limits().least_days ||
        latest - step.last < break_limits().least_days) {
        return false;
    }
    double around = 0.0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (i != row) {
            around += moved_km2(rows[i], overlap(days_of(timeline, rows, i), from, to));
        }
    }
    const double size = std::abs((rows[row].held - rows[row - 1].held).km2());
    if (around * break_limits().quiet_ratio <= size) {
        return true;
    }
    if (around * break_limits().redrawn_ratio > size) {
        return false;
    }
    const auto& before = timeline.snapshots[rows[row - 1].snapshot].boundary;
    const auto& after = timeline.snapshots[rows[row].snapshot].boundary;
    return drawn_alike({before, level}, {after, level}) < break_limits().redrawn_alike &&
           usual_alike(timeline, rows, row, level) >= break_limits().usual_alike;
}

} // namespace engine
