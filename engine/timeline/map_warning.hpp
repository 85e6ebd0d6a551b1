// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "shapes/types/position.hpp"
#include "shapes/types/problem.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a person should know of the maps that went in.
enum class MapWarningCode {
    no_confirmed_class, ///< no file of a day draws the confirmed class; the day is left out
    maps_differ,        ///< two files draw different maps of one day; the later one is used
    no_day,             ///< no day is known of a map; it is not used
    region_faults,      ///< polygons of a region of interest have faults, and were united
};

/// Faults of a drawing: how many, and the first of them.
struct DrawingFaults {
    std::size_t count = 0;
    shapes::ProblemCode first = shapes::ProblemCode::unclosed_ring;
    shapes::Position at;
};

struct MapWarning {
    MapWarningCode code = MapWarningCode::no_day;
    std::vector<std::string> paths = {};                ///< of the files that it is about
    std::optional<Date> day = std::nullopt;             ///< of the maps, where one is known
    std::optional<DrawingFaults> faults = std::nullopt; ///< of a region of interest
    std::string source = {}; ///< whose maps they are; empty where they are of one source only
};

} // namespace engine
