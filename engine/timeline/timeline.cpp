// SPDX-License-Identifier: MIT
#include "engine/timeline/timeline.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace engine {
namespace {

/// A boundary and the day it is filed under.
struct Dated {
    Date date;
    ControlBoundary boundary;
};

Snapshot snapshot_of(Dated dated) {
    MapFile file{dated.boundary.paths, dated.boundary.file_date};
    return {dated.date, std::move(dated.boundary), {std::move(file)}};
}

/// Files of one day, one per class, as one map each. A day without the confirmed class is left out:
/// read as a map it would say that nothing was held.
std::vector<Dated> merged_by_date(std::vector<Dated> dated, std::vector<MapWarning>& warnings) {
    std::map<Date, std::vector<ControlBoundary>> by_date;
    for (Dated& d : dated) {
        by_date[d.date].push_back(std::move(d.boundary));
    }
    std::vector<Dated> merged;
    for (auto& [date, parts] : by_date) {
        ControlBoundary boundary = merge_parts(parts);
        if (boundary.has(ControlClass::confirmed)) {
            merged.push_back({date, std::move(boundary)});
        } else {
            warnings.push_back({MapWarningCode::no_confirmed_class, boundary.paths, date});
        }
    }
    return merged;
}

/// One snapshot per map; `dated` in order of date, then of file date.
std::vector<Snapshot> folded(std::vector<Dated> dated, std::vector<MapWarning>& warnings) {
    std::vector<Snapshot> snapshots;
    for (Dated& d : dated) {
        Snapshot* last = snapshots.empty() ? nullptr : &snapshots.back();
        const bool same_day = last != nullptr && last->date == d.date;
        const bool repeat = last != nullptr && (same_day || !d.boundary.map_date) &&
                            draw_the_same(last->boundary, d.boundary);
        if (repeat || same_day) {
            last->files.push_back({d.boundary.paths, d.boundary.file_date});
        }
        if (same_day && !repeat) {
            warnings.push_back(
                {MapWarningCode::maps_differ, {last->boundary.path(), d.boundary.path()}, d.date});
            last->boundary = std::move(d.boundary);
        } else if (!repeat) {
            snapshots.push_back(snapshot_of(std::move(d)));
        }
    }
    return snapshots;
}

/// The longest distance between two neighbouring maps at which no day is missing, days. A series
/// that comes at least weekly promises every day (1); a monthly or yearly one, no day between its
/// maps, unless half as long again as usual passes without one.
double promised_days(const std::vector<Snapshot>& snapshots) {
    constexpr int kWeek = 7;
    constexpr double kLate = 1.5;
    std::vector<int> steps;
    for (std::size_t i = 1; i < snapshots.size(); ++i) {
        steps.push_back(snapshots[i].date - snapshots[i - 1].date);
    }
    if (steps.empty()) {
        return 1.0;
    }
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return *middle <= kWeek ? 1.0 : kLate * *middle;
}

/// Runs of days of one kind between neighbouring snapshots.
std::vector<Gap> find_gaps(const std::vector<Snapshot>& snapshots) {
    std::set<Date> days_with_file;
    for (const Snapshot& s : snapshots) {
        for (const MapFile& file : s.files) {
            if (file.file_date) {
                days_with_file.insert(*file.file_date);
            }
        }
    }
    const double promised = promised_days(snapshots);
    std::vector<Gap> gaps;
    for (std::size_t i = 1; i < snapshots.size(); ++i) {
        const bool is_late = snapshots[i].date - snapshots[i - 1].date > promised;
        bool fresh = true; // a gap does not run across a snapshot
        for (Date day = snapshots[i - 1].date.plus_days(1); day < snapshots[i].date;
             day = day.plus_days(1)) {
            const auto kind =
                days_with_file.contains(day) ? Gap::Kind::repeated : Gap::Kind::missing;
            if (kind == Gap::Kind::missing && !is_late) {
                fresh = true;
                continue;
            }
            if (!fresh && gaps.back().kind == kind) {
                gaps.back().last = day;
            } else {
                gaps.push_back({day, day, kind});
            }
            fresh = false;
        }
    }
    return gaps;
}

/// Those around a day of what is in order of its days.
template<class Range, class Projection>
AsOf around(const Range& all, Date day, Projection day_of) {
    AsOf found;
    const auto after = std::ranges::lower_bound(all, day, {}, day_of);
    const auto i = static_cast<std::size_t>(after - all.begin());
    if (after != all.end()) {
        found.after = i;
        if (std::invoke(day_of, *after) == day) {
            found.exact = found.before = i;
            return found;
        }
    }
    if (i > 0) {
        found.before = i - 1;
    }
    return found;
}

} // namespace

std::vector<Date> Timeline::days() const {
    std::vector<Date> days;
    days.reserve(snapshots.size());
    for (const Snapshot& snapshot : snapshots) {
        days.push_back(snapshot.date);
    }
    return days;
}

AsOf Timeline::as_of(Date day) const {
    return around(snapshots, day, &Snapshot::date);
}

AsOf as_of(std::span<const Date> days, Date day) {
    return around(days, day, std::identity{});
}

std::vector<MapWarning> map_warnings(const Timeline& timeline) {
    constexpr std::size_t kMost = 50;
    std::vector<MapWarning> of_reading;             // as maps have them, without paths
    std::vector<std::vector<std::string>> files_of; // of each
    for (const Snapshot& snapshot : timeline.snapshots) {
        for (const MapWarning& warning : snapshot.boundary.warnings) {
            const auto same = std::ranges::find(of_reading, warning);
            const auto at = static_cast<std::size_t>(same - of_reading.begin());
            if (same == of_reading.end()) {
                if (at == kMost) {
                    continue;
                }
                of_reading.push_back(warning);
                files_of.emplace_back();
            }
            for (const std::string& path : snapshot.boundary.paths) {
                if (files_of[at].empty() || files_of[at].back() != path) {
                    files_of[at].push_back(path); // the maps of one file follow one another
                }
            }
        }
    }
    std::vector<MapWarning> all = timeline.warnings;
    for (std::size_t i = 0; i < of_reading.size(); ++i) {
        all.push_back(std::move(of_reading[i]));
        all.back().paths = std::move(files_of[i]);
    }
    return all;
}

Timeline build_timeline(std::string source, std::vector<ControlBoundary> boundaries,
                        const TimelineOptions& options) {
    Timeline timeline;
    timeline.source = std::move(source);
    std::vector<Dated> dated;
    for (ControlBoundary& boundary : boundaries) {
        const auto day =
            options.every_file && boundary.file_date ? boundary.file_date : boundary.date();
        if (day) {
            dated.push_back({*day, std::move(boundary)});
        } else {
            timeline.warnings.push_back({MapWarningCode::no_day, {boundary.path()}});
            timeline.undated.push_back(std::move(boundary));
        }
    }
    // Paths settle what dates leave open, so that the order files were given in does not matter.
    const auto earlier = [](const Dated& a, const Dated& b) {
        return std::tie(a.date, a.boundary.file_date, a.boundary.paths) <
               std::tie(b.date, b.boundary.file_date, b.boundary.paths);
    };
    if (!std::ranges::is_sorted(dated, earlier)) { // files mostly come in the order of their days
        std::ranges::stable_sort(dated, earlier);
    }
    if (options.parts) {
        dated = merged_by_date(std::move(dated), timeline.warnings);
    }
    if (options.every_file) {
        for (Dated& d : dated) {
            timeline.snapshots.push_back(snapshot_of(std::move(d)));
        }
    } else {
        timeline.snapshots = folded(std::move(dated), timeline.warnings);
    }
    timeline.gaps = find_gaps(timeline.snapshots);
    return timeline;
}

} // namespace engine
