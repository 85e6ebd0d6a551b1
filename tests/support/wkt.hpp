// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <string>
#include <string_view>

namespace support {

/// The region as MULTIPOLYGON, every coordinate with as many digits as bring the same bits back.
std::string to_wkt(const shapes::Region& region);

/// Reads POLYGON or MULTIPOLYGON (or EMPTY of either). Throws std::invalid_argument naming the
/// offset.
shapes::Region from_wkt(std::string_view text);

} // namespace support
