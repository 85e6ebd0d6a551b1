// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <string>

namespace bench {

/// What a file holds, as drawn, and where its FeatureCollection stands (for the reading peers).
struct Map {
    shapes::Region drawn;
    std::string json_pointer;
};

/// Reads a map by a profile (a name, or empty: told by the file). Throws with a message for a
/// person.
Map read_map(const std::string& path, const std::string& profile);

} // namespace bench
