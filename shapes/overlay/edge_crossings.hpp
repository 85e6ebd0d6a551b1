// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/along_edge.hpp"
#include "shapes/overlay/edge_intersections.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace shapes::overlay {

/// Items grouped by edge: first[i] … first[i + 1] are those of edge i. `each(take)` is to call
/// take(edge, item) for all of them, and is called twice.
template<class Item, class Each>
std::vector<Index> group_by_edge(std::size_t edges, const Each& each, std::vector<Item>& items) {
    // Counted two places on and filled one place on, every start is where it belongs at the end.
    std::vector<Index> first(edges + 2, 0);
    each([&](Index edge, const Item&) { ++first[edge + 2]; });
    for (std::size_t i = 3; i < first.size(); ++i) {
        first[i] += first[i - 1];
    }
    std::vector<Item> grouped(first.back());
    each([&](Index edge, const Item& item) { grouped[first[edge + 1]++] = item; });
    first.pop_back();
    items = std::move(grouped);
    return first;
}

/// Items of one edge, put in order along it by their place `at`.
template<class Item>
void sort_along(const GridChains& chains, Index edge, std::span<Item> items) {
    const AlongEdge along(chains.point(edge), chains.point(edge + 1));
    const auto before = [&](const Item& a, const Item& b) { return along(a.at, b.at); };
    if (!std::ranges::is_sorted(items, before)) {
        std::ranges::sort(items, before);
    }
}

/// A crossing as one of its edges has it.
struct CrossingOnEdge {
    Index with;  ///< the other edge
    Index which; ///< as SegmentNode::plain_crossing, plain or not
    GridPoint at;
};

/// All crossings, of each edge in order along it.
struct EdgeCrossings {
    EdgeCrossings(const GridChains& chains, const std::vector<EdgeIntersection>& crossings);

    std::vector<CrossingOnEdge> all; ///< grouped by edge
    std::vector<Index> first;        ///< those of edge i are [first[i], first[i + 1])
    std::vector<Index> crossed;      ///< edges that have any

    std::span<const CrossingOnEdge> on(Index edge) const {
        return std::span(all).subspan(first[edge], first[edge + 1] - first[edge]);
    }
};

} // namespace shapes::overlay
