// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sources/profile.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/map_warning.hpp"
#include "shapes/io/feature_collection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A property by its name, letter case aside (Shapefiles shout, KML capitalises); nullptr where the
/// feature has none of that name.
const std::string* find_property(const shapes::Feature& feature, std::string_view name);

/// The day that a property's text tells: ISO 8601, anything after the day ignored ("2022-09-08",
/// "2022-09-08T20:00:00Z", "2022/09/08"); with `epoch_ms` also milliseconds since 1970-01-01 UTC.
std::optional<Date> parse_day(std::string_view text, bool epoch_ms);

/// The map's own day as a feature tells it: by property, else by the name of its layer. What stands
/// there and is no day is added to the warnings.
std::optional<Date> date_of_feature(const DateRule& rule, const shapes::Feature& feature,
                                    std::vector<MapWarning>& warnings);

/// The day that the feature's change is counted from; nullopt where it tells none.
std::optional<Date> since_of_feature(const DateRule& rule, const shapes::Feature& feature);

/// The day in a file's name (without folder) by the first pattern that finds one. Where the rule
/// has patterns and none finds a day, a warning says so.
std::optional<Date> date_of_name(const DateRule& rule, std::string_view file_name,
                                 std::vector<MapWarning>& warnings);

} // namespace engine
