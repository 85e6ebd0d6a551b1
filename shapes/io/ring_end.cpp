// SPDX-License-Identifier: MIT
#include "shapes/io/ring_end.hpp"

namespace shapes::io {

void end_ring(FeatureCollection& collection) {
    constexpr std::size_t kFewest = 4; // RFC 7946 §3.1.6, the closing position included
    Region& region = collection.features.back().region;
    const bool closed = region.close_ring();
    const std::size_t index = region.ring_count() - 1;
    const Ring ring = region.ring(index);
    const std::size_t feature = collection.features.size() - 1;
    if (ring.size() < kFewest) {
        collection.problems.push_back({ProblemCode::too_few_positions, ring.front(), feature, index,
                                       "a ring of fewer than three places has no area"});
    } else if (!closed) {
        collection.problems.push_back({ProblemCode::unclosed_ring, ring.front(), feature, index,
                                       "the ring's last position is not its first; closed"});
    }
}

void note_not_an_area(FeatureCollection& collection, std::size_t feature, std::string_view type,
                      Position at) {
    collection.problems.push_back({ProblemCode::not_an_area, at, feature, std::nullopt,
                                   "a " + std::string(type) + " has no area; ignored"});
}

} // namespace shapes::io
