// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_class.hpp"
#include "engine/timeline/date.hpp"
#include "engine/verdict/self_check.hpp"
#include "shapes/area/ellipsoidal_area.hpp"
#include "shapes/types/box.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/units/area.hpp"
#include "tools/report/table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace report {

/// What is held according to one map. The answer of `area`, and either side of `diff`.
struct MapArea {
    std::string path;
    std::string profile;
    std::optional<engine::Date> file_date;
    std::optional<engine::Date> map_date;
    shapes::Area held;                                               ///< of the level asked for
    engine::ControlClass counting = engine::ControlClass::confirmed; ///< that level
    struct Level {
        engine::ControlClass level; ///< what counts: this class and the surer ones
        shapes::Area held;
    };
    std::vector<Level> levels; ///< those whose class occurs in the map, surest first
    std::vector<shapes::Problem> problems;

    std::optional<engine::Date> date() const { return map_date ? map_date : file_date; }
};

/// What changed between two maps. The answer of `diff`.
struct Difference {
    MapArea before;
    MapArea after;
    shapes::Area lost;
    shapes::Area gained;
    shapes::Area unchanged;
    shapes::EdgeModel edges = shapes::EdgeModel::straight;
    double relative_residual = 0.0; ///< of |A| = |A∩B| + |A∖B|
    struct Second {
        std::string method;
        shapes::Area lost;
        shapes::Area gained;
    };
    std::optional<Second> second;
    engine::SelfCheck check; ///< of straight edges, whatever `edges` says

    shapes::Area net() const { return gained - lost; }
};

/// What is in a file. The answer of `inspect`.
struct Inspection {
    std::string path;
    std::string format;
    std::string crs; ///< empty: none given
    std::string profile;
    std::size_t features = 0;
    std::size_t polygons = 0;
    std::size_t rings = 0;
    std::size_t vertices = 0;
    shapes::Box box;
    std::vector<std::string> contents; ///< layers and properties, a line each
    std::vector<MapArea> maps;         ///< what the profile makes of it, one per date
    std::vector<shapes::Problem> problems;
    std::vector<std::string> warnings;
};

/// "2022-09-08", or "-" where the date is not known.
std::string date_text(const std::optional<engine::Date>& date);
/// "straight" or "geodesic".
const char* name(shapes::EdgeModel edges);

std::string area_text(const std::vector<MapArea>& maps, const Screen& screen);
/// `unread`: files that could not be read and are left out.
std::string area_json(const std::vector<MapArea>& maps, const std::vector<std::string>& unread);

std::string difference_text(const Difference& difference, const Screen& screen);
std::string difference_json(const Difference& difference);

/// Each problem on a line of its own: `inspect` is where a person looks for them.
std::string inspection_text(const std::vector<Inspection>& files, const Screen& screen);
std::string inspection_json(const std::vector<Inspection>& files);

/// Problems of one file in one line: how many of each kind. Empty where there are none.
std::string problems_text(const std::string& path, const std::vector<shapes::Problem>& problems,
                          const Screen& screen);

} // namespace report
