// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace shapes::edges {

/// How edges that meet are searched for. The policy changes the time a search takes but never what
/// it finds. `automatic` counts the boxes that touch and moves on to the next policy in this list
/// where there are too many. The others exist for tests, which force each of them.
enum class SearchPolicy : std::uint8_t {
    automatic,
    upright,  ///< boxes along the axes, over edges in the order of their rings
    oriented, ///< oriented boxes as well, for long slanted edges (stars, spikes)
    sorted,   ///< oriented boxes over sorted edges (spirals); `EdgeTree` treats this as `oriented`
};

} // namespace shapes::edges
