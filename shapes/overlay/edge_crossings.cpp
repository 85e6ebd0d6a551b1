// SPDX-License-Identifier: MIT
#include "shapes/overlay/edge_crossings.hpp"

namespace shapes::overlay {

EdgeCrossings::EdgeCrossings(const GridChains& chains,
                             const std::vector<EdgeIntersection>& crossings) {
    const auto each = [&crossings](const auto& take) {
        for (Index i = 0; i < crossings.size(); ++i) {
            const EdgeIntersection& c = crossings[i];
            take(c.first, CrossingOnEdge{c.second, 2 * i, c.at});
            take(c.second, CrossingOnEdge{c.first, 2 * i + 1, c.at});
        }
    };
    first = group_by_edge(chains.points().size(), each, all);
    for (Index edge = 0; edge + 1 < first.size(); ++edge) {
        const Index count = first[edge + 1] - first[edge];
        if (count > 0) {
            crossed.push_back(edge);
            sort_along(chains, edge, std::span(all).subspan(first[edge], count));
        }
    }
}

} // namespace shapes::overlay
