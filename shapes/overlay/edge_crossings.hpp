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

/// Groups items by edge (a counting sort). `each(take)` must call take(edge, item) for every item,
/// and is called twice. Afterwards `items` holds the items edge by edge, and those of edge i are
/// [first[i], first[i + 1]) with the returned `first`.
template<class Item, class Each>
std::vector<Index> group_by_edge(std::size_t edges, const Each& each, std::vector<Item>& items) {
    // The items of edge i are counted in first[i + 2] and placed by way of first[i + 1], which ends
    // up as the end of edge i, that is, the start of edge i + 1.
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

/// Sorts the items of one edge in the order in which the edge meets their places `at`.
template<class Item>
void sort_along(const GridChains& chains, Index edge, std::span<Item> items) {
    const AlongEdge along(chains.point(edge), chains.point(edge + 1));
    const auto before = [&](const Item& a, const Item& b) { return along(a.at, b.at); };
    if (!std::ranges::is_sorted(items, before)) {
        std::ranges::sort(items, before);
    }
}

/// A crossing as seen from one of its two edges.
struct CrossingOnEdge {
    Index with; ///< the other edge
    /// number as for SegmentNode::plain_crossing, but given to every crossing, plain or not
    Index which;
    GridPoint at;
};

/// All crossings, listed once for each of their two edges and sorted along each edge.
struct EdgeCrossings {
    EdgeCrossings(const GridChains& chains, const std::vector<EdgeIntersection>& crossings);

    std::vector<CrossingOnEdge> all; ///< grouped by edge
    std::vector<Index> first;   ///< the crossings of edge i are [first[i], first[i + 1]) of `all`
    std::vector<Index> crossed; ///< the edges that have at least one crossing

    std::span<const CrossingOnEdge> on(Index edge) const {
        return std::span(all).subspan(first[edge], first[edge + 1] - first[edge]);
    }
};

} // namespace shapes::overlay
