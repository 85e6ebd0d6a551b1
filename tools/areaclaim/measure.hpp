// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "engine/timeline/map_figures.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "tools/areaclaim/load.hpp"
#include "tools/report/maps.hpp"

#include <string>

namespace areaclaim {

/// What one map holds at the level asked for, and at each level of control class that it draws.
report::MapArea map_area(const engine::ControlBoundary& map, const MapOptions& options,
                         const engine::RegionOfInterest& within = {});

/// What a map holds at a level, of it what lies in a region of interest if there is one.
shapes::ValidRegion counted(const engine::ControlBoundary& map, engine::ControlClass level,
                            const Within* within);

/// A difference and whether its checks held.
struct CheckedDifference {
    report::Difference difference;
    std::string failure; ///< why the self-check failed; empty where it holds
};

/// Lost, gained and unchanged between two maps, what counts as held by `options.level()`; GEOS's
/// answer as well where `second` is set.
///
/// With geodesic edges the regions lost and gained are those of straight edges, and their areas are
/// taken with geodesics between their vertices.
CheckedDifference compare(const engine::ControlBoundary& before,
                          const engine::ControlBoundary& after, const MapOptions& options,
                          bool second, const Within* within = nullptr);

/// The warning where a map draws something, but only in classes less sure than `level` counts; else
/// an empty text.
std::string nothing_counts(const engine::ControlBoundary& map, engine::ControlClass level);

/// Maps of one area lie over each other. Two that lie apart, but over each other once longitude and
/// latitude of one are exchanged, have their axes in different orders: the sentence that says so of
/// `path`, or an empty one.
std::string exchanged_axes(const std::string& path, const shapes::Box& box,
                           const std::string& other_path, const shapes::Box& other);

} // namespace areaclaim
