// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_class.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/figure_store.hpp"
#include "engine/timeline/map_regions.hpp"
#include "engine/timeline/map_warning.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// The region a holder holds on a date according to one source: one map, drawn and as measured.
///
/// Immutable once made; copies share what is large. `make_control_boundary` is the one way to make
/// it.
struct ControlBoundary {
    std::string source;             ///< the profile's or the case's name of the source
    std::vector<std::string> paths; ///< the file; several where a map comes in one file per class
    std::optional<Date> file_date;  ///< the day the file's name tells
    std::optional<Date> map_date;   ///< the day the map itself tells; wins over the file's
    std::string map_hour; ///< the profile's hour convention, e.g. "15:00 America/New_York"
    std::map<std::string, std::string> map_hour_in; ///< the same by language: "da", "de", …

    RegionsOnDemand regions;
    std::array<bool, 3> draws = {}; ///< by class: whether anything is drawn of it
    std::array<bool, 3> holds = {}; ///< by level: whether what is held has an area
    shapes::FillRule fill = shapes::FillRule::nonzero;
    /// The day that its layers of change are counted from; none where it draws no such layers.
    std::optional<Date> change_since;
    /// By what figures of it are remembered; without it they are worked out whenever asked for.
    std::optional<MapIdentity> identity;

    std::vector<shapes::Problem> problems; ///< of reading and of validation, with place and feature
    std::vector<MapWarning> warnings;      ///< of reading; without paths, which are its own

    /// The day this boundary stands for: the map's own, else the file's.
    std::optional<Date> date() const { return map_date ? map_date : file_date; }
    const std::string& path() const { return paths.front(); }
    bool has(ControlClass c) const { return draws[index(c)]; }
    bool holds_at(ControlClass level) const { return holds[index(level)]; }
    const DrawnClasses& drawn() const { return regions.get().drawn; }
    const shapes::ValidRegion& held_at(ControlClass level) const {
        return regions.get().held[index(level)];
    }
    const DrawnChange& change() const { return regions.get().change; }
    /// The drawn features of all classes up to a level, for whoever measures a second way.
    shapes::Region drawn_up_to(ControlClass level) const;
};

/// Everything of a boundary that is known before its regions are united.
struct BoundaryParts {
    std::string source;
    std::vector<std::string> paths; ///< at least one
    std::optional<Date> file_date;
    std::optional<Date> map_date;
    std::string map_hour;
    std::map<std::string, std::string> map_hour_in;
    std::array<shapes::Region, 3> drawn;
    DrawnChange change;
    /// For each polygon of `drawn[c]`, the index of its feature in the file, from 0. May be empty.
    std::array<std::vector<std::size_t>, 3> features;
    std::vector<shapes::Problem> problems;
    std::vector<MapWarning> warnings;
};

/// Unites the drawn features level by level and appends what validation found to the problems.
/// A boundary with nothing drawn is an empty region, which is valid. Where one of `same` draws the
/// very same, its regions and problems are taken over: they are to come from the same bytes.
ControlBoundary make_control_boundary(BoundaryParts parts,
                                      shapes::FillRule fill = shapes::FillRule::nonzero,
                                      const std::vector<ControlBoundary>* same = nullptr);

/// Whether two maps draw the very same, layers of change left aside.
bool draw_the_same(const ControlBoundary& a, const ControlBoundary& b);

/// Several files of one map (one file per class, same date and source) as one boundary.
/// `parts` must not be empty.
ControlBoundary merge_parts(const std::vector<ControlBoundary>& parts);

} // namespace engine
