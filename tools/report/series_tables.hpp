// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "engine/timeline/date.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/io/gdal_module.hpp"

#include <functional>
#include <string>
#include <vector>

namespace report {

/// The tables of a stored series, which the profile `areaclaim` reads again.
inline constexpr const char* kSnapshotTable = "areaclaim_snapshots";
inline constexpr const char* kChangeTable = "areaclaim_changes";

/// A map of a series that is to be stored.
struct SeriesMap {
    engine::Date date;
    const engine::ControlBoundary* boundary = nullptr;
    std::string source;
    bool is_stored = false; ///< it stands in the tables already
};

/// What is to be done to the tables of a series so that they hold `maps`, which are ascending by
/// date: a row for each map and control class that are not stored, valid as it stands; two rows,
/// lost and gained, for each pair of neighbours of which one is not stored; and where a map comes
/// between two stored ones, their change goes. A map in which nothing is held has a row without
/// polygons. A map stands from its day to the day before the next one's (`end_date`, null in the
/// last). Areas are of the `edges` model. The target is left empty. `step` is called after each
/// map.
shapes::io::TablesToFill series_tables(const std::vector<SeriesMap>& maps, shapes::EdgeModel edges,
                                       const std::function<void()>& step);

} // namespace report
