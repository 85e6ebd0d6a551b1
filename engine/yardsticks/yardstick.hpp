// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

/// A named region whose published area the press uses as a unit. Facts from data files
/// (engine/data/yardsticks), each with its source.
struct Yardstick {
    std::string name; ///< English
    std::string kind; ///< island, country, state, oblast, city, lake, …
    double land_km2 = 0.0;
    double total_km2 = 0.0; ///< with inland water where the source counts it; >= land_km2
    double usual_km2 = 0.0; ///< what the press means: the land where coastal water is in the total
    /// What published sources say, lowest and highest; contains land and total.
    double low_km2 = 0.0;
    double high_km2 = 0.0;
    bool actor = false; ///< the news name it as who acts: "the country" does not mean it
    int year = 0;       ///< of the source
    std::string source;
    std::string note; ///< what is counted, where sources disagree
    /// Of an island or a lake a place within it, so that its shore can be found on a map.
    std::optional<shapes::Position> within;
    std::vector<std::string> aliases; ///< in all languages, base forms
    /// (language, base form); language "" holds everywhere.
    std::vector<std::pair<std::string, std::string>> names;
};

/// All of them, read once from the embedded data, ordered by name.
std::span<const Yardstick> yardsticks();

/// Those of a name or alias, letter case apart, best first; empty where none is known. "Georgia"
/// is a country and a state: both come.
std::vector<const Yardstick*> find_yardsticks(std::string_view name);

/// Those of exactly this name, found without folding the names of all.
std::vector<const Yardstick*> yardsticks_named(std::string_view name);

/// Its name in a language ("da", "nb", …), else the English one.
const std::string& name_in(const Yardstick& yardstick, std::string_view lang);

/// The `count` regions nearest to an area by the ratio of areas, nearest first; ties by name.
/// Empty for an area that is not a positive finite number.
std::vector<const Yardstick*> yardsticks_near(double area_km2, std::size_t count);

} // namespace engine
