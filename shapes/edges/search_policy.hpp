// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace shapes::edges {

/// How edges that meet are searched for. What is found is the same; `automatic` counts touching
/// boxes on the way and goes over to the next one of these where there are too many. Tests force
/// each.
enum class SearchPolicy : std::uint8_t {
    automatic,
    upright,  ///< boxes along the axes, over edges in the order of their rings
    oriented, ///< boxes along the edges as well: long slanted edges (stars, spikes)
    sorted,   ///< the same over edges in an order of their own (spirals); by `EdgeTree`: oriented
};

} // namespace shapes::edges
