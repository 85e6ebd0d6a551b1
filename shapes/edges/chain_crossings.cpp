// SPDX-License-Identifier: MIT
#include "shapes/edges/chain_crossings.hpp"

#include <algorithm>
#include <cmath>

namespace shapes::edges {

std::vector<ChainCrossing> crossings_in_order(const EdgeChains& chains,
                                              const std::vector<Contact>& contacts) {
    std::vector<ChainCrossing> crossings;
    for (const Contact& c : contacts) {
        if (c.meeting.sign != 0) {
            const auto opposite = static_cast<std::int8_t>(-c.meeting.sign);
            crossings.push_back({c.first, c.second_chain, c.meeting.sign, c.meeting.at});
            crossings.push_back({c.second, c.first_chain, opposite, c.meeting.at});
        }
    }
    // Along an edge, by the coordinate that changes most: crossings lie within the edge's bounds,
    // so the order is exact for vertices in the way, and right to a rounding for the others.
    const auto along = [v = chains.positions](const ChainCrossing& c) {
        const Position p = v[c.edge];
        const Position q = v[c.edge + 1];
        const double east = q.lon - p.lon;
        const double north = q.lat - p.lat;
        if (std::abs(east) >= std::abs(north)) {
            return east > 0 ? c.at.lon : -c.at.lon;
        }
        return north > 0 ? c.at.lat : -c.at.lat;
    };
    std::stable_sort(crossings.begin(), crossings.end(),
                     [&](const ChainCrossing& a, const ChainCrossing& b) {
                         return a.edge != b.edge ? a.edge < b.edge : along(a) < along(b);
                     });
    return crossings;
}

} // namespace shapes::edges
