// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "shapes/io/read_warning.hpp"
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
    reader_says,        ///< `reader`
    day_unreadable,     ///< the property `name` says `value`, which is no day
    layer_of_days,      ///< the layer `name` has more than one day in its name
    name_of_days,       ///< the file's name has more than one day in it: its day is not known
    name_without_day,   ///< the file's name has no day that can be read
    features_left_out,  ///< `count` features, such as `examples`, match no rule of profile `name`
    several_days,       ///< the features tell days from `day` to `last`: the map's is not known
    nothing_held,       ///< nothing is held by whom the profile or the filter names
    far_maps_unread,    ///< a note: `count` files far from the days `day` to `last` of the claims
    profile_found,      ///< a note: read with the profile `name`, as it fits by `value`
    profile_passed_over ///< read as `plain`, though the profile `name` fits by `value`
};

/// Whether it is of the reading of files, and told of when they are read.
inline bool is_of_reading(MapWarningCode code) {
    return code >= MapWarningCode::reader_says;
}

/// Faults of a drawing: how many, and the first of them.
struct DrawingFaults {
    std::size_t count = 0;
    shapes::ProblemCode first = shapes::ProblemCode::unclosed_ring;
    shapes::Position at;

    friend bool operator==(const DrawingFaults&, const DrawingFaults&) = default;
};

struct MapWarning {
    MapWarningCode code = MapWarningCode::no_day;
    std::vector<std::string> paths = {};                ///< of the files that it is about
    std::optional<Date> day = std::nullopt;             ///< of the maps, where one is known
    std::optional<DrawingFaults> faults = std::nullopt; ///< of a region of interest
    std::string source = {}; ///< whose maps they are; empty where they are of one source only
    std::optional<Date> last = std::nullopt;
    std::string name = {};
    std::string value = {};
    std::size_t count = 0;
    std::vector<std::string> examples = {};
    std::optional<shapes::ReadWarning> reader = std::nullopt;

    friend bool operator==(const MapWarning&, const MapWarning&) = default;
};

} // namespace engine
