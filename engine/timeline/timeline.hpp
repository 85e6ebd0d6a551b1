// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "engine/timeline/map_warning.hpp"
#include "engine/timeline/measure.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/change/change_area.hpp"
#include "shapes/units/area.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A file that carries a map.
struct MapFile {
    std::vector<std::string> paths; ///< more than one where a map comes in parts
    std::optional<Date> file_date;
};

/// One source's control boundary of one date.
struct Snapshot {
    Date date;
    ControlBoundary boundary;   ///< from the first file that carries the map
    std::vector<MapFile> files; ///< every file that carries it, by file date; never empty
};

/// Days between two neighbouring snapshots that no map is of. In a series that comes less than
/// weekly days are missing only where a map did not come when it was due.
struct Gap {
    enum class Kind {
        missing,  ///< there is no file either
        repeated, ///< there are files, but each repeats an earlier map
    };
    Date first;
    Date last; ///< included
    Kind kind = Kind::missing;
    int days() const { return last - first + 1; }
};

/// The snapshots around a day. Where `exact` is set, `before` and `after` are the same snapshot.
struct AsOf {
    std::optional<std::size_t> exact;  ///< the snapshot of that very day
    std::optional<std::size_t> before; ///< the last one on or before it
    std::optional<std::size_t> after;  ///< the first one on or after it
};

/// How files become snapshots.
struct TimelineOptions {
    /// Each file stands for itself, by its file date, repeats and all (`--every-file`).
    bool every_file = false;
    /// The source delivers a map in several files, one per class; files of one date are one map.
    bool parts = false;
};

/// One source's snapshots in order of date, with what is missing between them.
struct Timeline {
    std::string source;
    std::vector<Snapshot> snapshots; ///< strictly ascending by date (ascending with every_file)
    /// The first and the last map of the source, where `snapshots` are those near some days only;
    /// else empty.
    std::vector<Snapshot> ends;
    std::vector<Gap> gaps;
    /// Files that tell no date at all; they stand in no snapshot.
    std::vector<ControlBoundary> undated;
    std::vector<MapWarning> warnings;

    std::vector<Date> days() const; ///< of the snapshots
    /// The first and the last map of the source; there must be one.
    const Snapshot& first() const { return ends.empty() ? snapshots.front() : ends.front(); }
    const Snapshot& last() const { return ends.empty() ? snapshots.back() : ends.back(); }
    AsOf as_of(Date day) const;
};

/// The snapshots around a day, told by their days alone, which ascend.
AsOf as_of(std::span<const Date> days, Date day);

/// Orders boundaries of one source by the map's own date (the file's where the map tells none) and
/// folds repeats: files of the same map date, and a file that tells no map date and whose region is
/// the very one of the snapshot before it. Two different maps that tell the same date are a
/// warning; the one of the later file is kept, because a source corrects a map by publishing it
/// again.
Timeline build_timeline(std::string source, std::vector<ControlBoundary> boundaries,
                        const TimelineOptions& options = {});

/// What a person should know of a source's maps: the timeline's warnings, then those of reading,
/// each once with the files that it is of. Of reading at most 50: a file may have a million bad
/// dates.
std::vector<MapWarning> map_warnings(const Timeline& timeline);

/// What a snapshot holds, and what changed since the snapshot before it. Areas at one level.
struct TimelineRow {
    std::size_t snapshot = 0; ///< index into Timeline::snapshots
    shapes::Area held;
    shapes::Area lost;   ///< against the snapshot before; 0 in the first row
    shapes::Area gained; ///< likewise
    shapes::Area cumulative_lost;
    shapes::Area cumulative_gained;
    double relative_residual = 0.0; ///< of this row's difference, see ChangeArea
    shapes::Area net() const { return gained - lost; }
    shapes::Area cumulative_net() const { return cumulative_gained - cumulative_lost; }
};

struct MeasureOptions {
    ControlClass level = ControlClass::confirmed;
    shapes::EdgeModel edges = shapes::EdgeModel::straight;
    int threads = 1;
    /// Region of interest; only what lies in it counts. Not owned.
    const shapes::ValidRegion* within = nullptr;
};

std::vector<TimelineRow> measure(const Timeline& timeline, const MeasureOptions& options = {});

/// What can reach a figure: what a row has summed up from the first map on, and what is held.
enum class Total {
    lost,
    gained,
    net,   ///< gained less lost
    gross, ///< all that changed hands, either way
    held,
};

/// "lost", "gained", "net", "gross", "held".
const char* name(Total total);
std::optional<Total> total_from_name(std::string_view text);

/// When a total first reached a figure: after one snapshot and by the next, no closer.
struct Crossing {
    Total of = Total::lost;
    shapes::Area figure;
    std::optional<Date> after; ///< the last snapshot below the figure; none: reached in the first
    Date by;                   ///< the first snapshot at or above it
    /// The day a straight line between the two would give. An illustration, never the answer:
    /// nothing is known about the days between two maps.
    std::optional<Date> interpolated;
};

/// First crossing of a figure, rising or falling through it. nullopt where the rows never reach it.
std::optional<Crossing> find_crossing(const Timeline& timeline,
                                      const std::vector<TimelineRow>& rows, Total of,
                                      shapes::Area figure);

} // namespace engine
