// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/reading.hpp"

#include <string>
#include <variant>

namespace engine {

/// What a person should look at before relying on a claim.
enum class WarningCode {
    length_for_area,    ///< "2,000 kilometres of territory"
    small_area,         ///< a building rather than territory
    conversion_differs, ///< the figure in brackets is another area
    other_reading,      ///< the figure can be read in another way
    unit_varies,        ///< the unit is easily taken for another; with its id
    vague_number,       ///< "tens of thousands"
    thousands_twice,    ///< "3.800 thousand"
    times_larger,       ///< "three times larger", read as three times as large
    yardstick_varies,   ///< published areas of the region differ
    namesake,           ///< another region has the name too
    brackets_differ,    ///< the area given for a region is not the published one; with its name
    region_unnamed,     ///< a part of a region that the words do not name
    region_from_text,   ///< the region was taken from the text before; with its name
    day_unresolved,     ///< a day that only a publication date would resolve; with its words
    day_before_unsaid,  ///< what there was before, and it is not said on which day
    beginning_unnamed,  ///< "since the counteroffensive"; with the words
    window_reversed,    ///< days of a window that ends before it begins; with their words
    rectangle,          ///< two lengths, read as length times width
    not_verified,       ///< a further figure of the text; with its words
};

/// Stable, for programs: the name of the enumerator; day_before_unsaid is a "day_unresolved" too.
const char* name(WarningCode code);

/// A figure, the same in the unit of its conversion, and what the conversion says.
struct ConversionFigures {
    double figure_km2 = 0.0;
    double converted = 0.0;
    double stated = 0.0;
    std::string unit; ///< an id of units.toml
};

/// A region whose published areas differ, and what its yardstick says of that.
struct VaryingRegion {
    std::string name;
    std::string note;
};

/// What a warning names: words of the text, a region or a unit, or figures.
using WarningFacts =
    std::variant<std::monostate, std::string, Reading, ConversionFigures, VaryingRegion>;

struct ClaimWarning {
    WarningCode code = WarningCode::other_reading;
    WarningFacts facts = {};
};

} // namespace engine
