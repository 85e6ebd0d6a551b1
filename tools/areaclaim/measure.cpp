// SPDX-License-Identifier: MIT
#include "tools/areaclaim/measure.hpp"

#include "engine/timeline/change.hpp"
#include "engine/verdict/self_check.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/change/change_regions.hpp"
#include "tools/report/self_check.hpp"

namespace areaclaim {

using engine::ControlClass;

shapes::ValidRegion counted(const engine::ControlBoundary& map, ControlClass level,
                            const Within* within) {
    return within == nullptr ? map.held_at(level)
                             : shapes::intersection(map.held_at(level), within->region);
}

report::MapArea map_area(const engine::ControlBoundary& map, const MapOptions& options,
                         const engine::RegionOfInterest& within) {
    const shapes::EdgeModel edges = options.edge_model();
    report::MapArea result;
    result.path = map.path();
    result.profile = map.source;
    result.file_date = map.file_date;
    result.map_date = map.map_date;
    result.counting = options.level();
    result.problems = map.problems;
    for (const ControlClass level : engine::kControlClasses) {
        const bool is_drawn = map.has(level);
        if (!is_drawn && level != result.counting) {
            continue;
        }
        const shapes::Area held = engine::held_area({map, level, within}, edges);
        if (is_drawn) {
            result.levels.push_back({level, held});
        }
        if (level == result.counting) {
            result.held = held;
        }
    }
    return result;
}

CheckedDifference compare(const engine::ControlBoundary& before,
                          const engine::ControlBoundary& after, const MapOptions& options,
                          bool second, const Within* within) {
    const shapes::EdgeModel edges = options.edge_model();
    const ControlClass level = options.level();
    const shapes::ValidRegion b = counted(before, level, within);
    const shapes::ValidRegion a = counted(after, level, within);
    const int threads = options.thread_count();
    const shapes::ChangeArea straight = shapes::change_area(b, a, {threads});
    const engine::SelfCheck check = engine::check_difference(
        before, after, level, straight, second, within != nullptr ? &within->drawn : nullptr);

    CheckedDifference result;
    report::Difference& difference = result.difference;
    const engine::RegionOfInterest place(within != nullptr ? &within->region : nullptr);
    difference.before = map_area(before, options, place);
    difference.after = map_area(after, options, place);
    const shapes::ChangeArea measured = edges == shapes::EdgeModel::straight
                                            ? straight
                                            : engine::measure_change(b, a, edges, threads).area;
    difference.lost = measured.lost;
    difference.gained = measured.gained;
    difference.unchanged = measured.common;
    difference.edges = edges;
    difference.relative_residual = check.relative_residual;
    if (check.second_lost && check.second_gained) {
        difference.second = {check.second_method, *check.second_lost, *check.second_gained};
    }
    difference.check = check;
    result.failure = check.ok ? "" : report::self_check_note(check);
    return result;
}

std::string nothing_counts(const engine::ControlBoundary& map, engine::ControlClass level) {
    if (map.holds_at(level)) {
        return "";
    }
    for (const ControlClass drawn : engine::kControlClasses) {
        if (drawn <= level && map.has(drawn)) {
            return map.path() +
                   ": nothing in it counts as held: what it draws has no area (its rings "
                   "are lines or points); check its export";
        }
    }
    for (const ControlClass higher : engine::kControlClasses) {
        if (map.has(higher)) {
            return map.path() + ": nothing in it counts as held, as it draws only areas that are " +
                   engine::name(higher) + "; say --classes " + engine::name(higher) +
                   " to count them";
        }
    }
    return "";
}

std::string exchanged_axes(const std::string& path, const shapes::Box& box,
                           const std::string& other_path, const shapes::Box& other) {
    const shapes::Box exchanged{box.south, box.west, box.north, box.east};
    if (box.empty() || box.overlaps(other) || !exchanged.overlaps(other)) {
        return "";
    }
    return path + ": lies apart from " + other_path +
           " but over it with longitude and latitude exchanged: one of the two files has its axes "
           "in the wrong order";
}

} // namespace areaclaim
