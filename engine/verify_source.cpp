// SPDX-License-Identifier: MIT
#include "engine/verify_source.hpp"

#include "engine/input_error.hpp"
#include "engine/timeline/alarm.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

/// The breaks that the profile knows of, where the maps reach across them.
void add_known_breaks(SourceReport& report, const SourceProfile& profile) {
    const auto& snapshots = report.timeline.snapshots;
    for (const DefinitionBreak& known : profile.breaks) {
        const bool found = std::ranges::any_of(report.alarms, [&](const Alarm& a) {
            return a.code == AlarmCode::definition_break && a.date == known.date;
        });
        if (!found && snapshots.front().date < known.date && known.date <= snapshots.back().date) {
            report.alarms.push_back(
                {AlarmCode::definition_break, known.date, known.km2, KnownBreak{known.what}});
        }
    }
    std::ranges::stable_sort(report.alarms, {}, [](const Alarm& a) { return a.date; });
}

/// How much of a region lies in what a source leaves out, where that has a place.
double share_in(const Omission& omission, const shapes::ValidRegion& region) {
    shapes::Region left_out;
    const std::vector<std::vector<shapes::Position>> rings{omission.ring};
    left_out.add_polygon(rings);
    const auto both = shapes::change_area(region, shapes::validate(left_out).region);
    return both.before.km2() > 0.0 ? both.common.km2() / both.before.km2() : 0.0;
}

/// The first and the last map of a source of which a timeline has those near some days.
std::vector<Snapshot> ends_of(const Timeline& near, std::vector<ControlBoundary> ends, bool parts) {
    std::vector<Snapshot> all =
        build_timeline(near.source, std::move(ends), {.parts = parts}).snapshots;
    if (all.empty()) {
        return {};
    }
    all.push_back(near.snapshots.front());
    all.push_back(near.snapshots.back());
    const auto [first, last] = std::ranges::minmax_element(all, {}, &Snapshot::date);
    return {*first, *last};
}

} // namespace

OmissionsHere omissions_within(const std::vector<Omission>& all,
                               const shapes::ValidRegion* within) {
    constexpr double kReachesIn = 0.001; // of the region: less is the roughness of the ring
    constexpr double kMostOfIt = 0.5;
    OmissionsHere found;
    for (const Omission& o : all) {
        const bool anywhere = within == nullptr || o.ring.empty();
        const double share = anywhere ? 0.0 : share_in(o, *within);
        if (o.km2 > 0.0 && (anywhere || share > kReachesIn)) {
            found.of_held.push_back(o);
        }
        if (share > kMostOfIt) {
            found.of_most.push_back(o);
        }
    }
    return found;
}

SourceReport report_of(SourceInput& input, const VerifyOptions& options,
                       const shapes::ValidRegion* within) {
    SourceReport report;
    report.name = input.name;
    report.profile = input.profile.name;
    report.credit = input.profile.credit;
    report.licence = input.profile.licence;
    report.map_hour = input.profile.map_hour;
    report.accuracy = input.accuracy ? input.accuracy : input.profile.accuracy;
    const std::size_t maps = input.boundaries.size();
    report.timeline =
        build_timeline(input.name, std::move(input.boundaries), {.parts = input.profile.parts});
    if (report.timeline.snapshots.empty()) {
        std::string message = "source '" + input.name + "': none of its " + std::to_string(maps) +
                              " map(s) tells a day, so that nothing can be compared";
        if (!report.timeline.undated.empty()) {
            message += " (" + report.timeline.undated.front().path() + ")";
        }
        throw InputError(message + ". Name the files by day, as in 2022-09-08.geojson, or use a "
                                   "profile whose date rule fits them.");
    }
    MeasureOptions how{.level = options.level, .edges = options.edges, .threads = options.threads};
    report.timeline.ends = ends_of(report.timeline, std::move(input.ends), input.profile.parts);
    report.timeline.warnings.insert(report.timeline.warnings.begin(), input.warnings.begin(),
                                    input.warnings.end());
    const auto everywhere = measure(report.timeline, how);
    report.alarms = find_alarms(report.timeline, everywhere, options.level, options.threads);
    add_known_breaks(report, input.profile);
    report.omits = omissions_within(input.profile.omits, within).of_held;
    how.within = within;
    report.rows = within != nullptr ? measure(report.timeline, how) : everywhere;
    return report;
}

} // namespace engine
