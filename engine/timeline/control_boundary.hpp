// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_class.hpp"
#include "engine/timeline/date.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"
#include "shapes/validity/validate.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace engine {

/// What a map draws as changed since an earlier day, beside what is held.
struct DrawnChange {
    std::optional<Date> since;
    shapes::Region lost;
    shapes::Region gained;
};

/// What a map draws, by control class. Cannot be changed, and copies share it.
class DrawnClasses {
  public:
    DrawnClasses() : DrawnClasses(std::array<shapes::Region, 3>()) {}
    DrawnClasses(std::array<shapes::Region, 3> drawn)
        : drawn_(std::make_shared<const std::array<shapes::Region, 3>>(std::move(drawn))) {}

    const shapes::Region& operator[](std::size_t control_class) const {
        return (*drawn_)[control_class];
    }
    friend bool operator==(const DrawnClasses& a, const DrawnClasses& b) {
        return a.drawn_ == b.drawn_ || *a.drawn_ == *b.drawn_;
    }

  private:
    std::shared_ptr<const std::array<shapes::Region, 3>> drawn_;
};

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
    std::map<std::string, std::string> map_hour_in; ///< the same by language: "da", "nb"

    /// As the source drew it, features of one class in file order.
    DrawnClasses drawn;
    /// What is held at each level (see ControlClass): the drawn features of the classes up to it,
    /// united under the fill rule, never summed. A level whose class is absent shares the one
    /// below.
    std::array<shapes::ValidRegion, 3> held;
    shapes::FillRule fill = shapes::FillRule::nonzero;
    DrawnChange change; ///< empty where the source has no such layers

    std::vector<shapes::Problem> problems; ///< of reading and of validation, with place and feature
    std::vector<std::string> warnings;     ///< e.g. a date that cannot be read

    /// The day this boundary stands for: the map's own, else the file's.
    std::optional<Date> date() const { return map_date ? map_date : file_date; }
    const std::string& path() const { return paths.front(); }
    bool has(ControlClass c) const { return !drawn[index(c)].empty(); }
    const shapes::ValidRegion& held_at(ControlClass level) const { return held[index(level)]; }
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
    std::vector<std::string> warnings;
};

/// Unites the drawn features level by level and appends what validation found to the problems.
/// A boundary with nothing drawn is an empty region, which is valid. Where one of `same` draws the
/// very same, its regions and problems are taken over: they are to come from the same bytes.
ControlBoundary make_control_boundary(BoundaryParts parts,
                                      shapes::FillRule fill = shapes::FillRule::nonzero,
                                      const std::vector<ControlBoundary>* same = nullptr);

/// Several files of one map (one file per class, same date and source) as one boundary.
/// `parts` must not be empty.
ControlBoundary merge_parts(const std::vector<ControlBoundary>& parts);

} // namespace engine
