// SPDX-License-Identifier: MIT
#include "shapes/overlay/left_sweep.hpp"

#include "shapes/overlay/rung.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace shapes::overlay {
namespace {

/// Orders pieces that the same horizontal line crosses from west to east. A place comes after the
/// pieces that are strictly on its left.
struct WestToEast {
    using is_transparent = void;
    bool operator()(const Rung& a, const Rung& b) const { return a.left_of(b); }
    bool operator()(const Rung& a, GridPoint place) const { return a.left_of(place); }
    bool operator()(GridPoint place, const Rung& a) const { return !a.left_of(place); }
};

/// Each once: what is merged into another noded edge runs along that one.
std::vector<Rung> all_rungs(const GridChains& chains, const Noding& noding,
                            const PlanarGraph& graph, const std::vector<std::uint8_t>& boundary) {
    std::vector<Rung> rungs;
    for (std::size_t leaf = 0; leaf < chains.boundary().leaf_count(); ++leaf) {
        const Index first = chains.boundary().first_edge(leaf);
        const Index last = first + static_cast<Index>(chains.boundary().edges_in(leaf));
        for (Index edge = first; edge < last; ++edge) {
            for_each_rung(edge, chains, noding, graph, boundary,
                          [&](const Rung& rung) { rungs.push_back(rung); });
        }
    }
    return rungs;
}

std::vector<Index> in_order(std::size_t count) {
    std::vector<Index> order(count);
    std::iota(order.begin(), order.end(), Index{0});
    return order;
}

} // namespace

std::vector<HalfEdge> sweep_left(std::span<const GridPoint> places, const GridChains& chains,
                                 const Noding& noding, const PlanarGraph& graph,
                                 const std::vector<std::uint8_t>& boundary) {
    std::vector<Rung> rungs = all_rungs(chains, noding, graph, boundary);
    std::sort(rungs.begin(), rungs.end(),
              [](const Rung& a, const Rung& b) { return a.low.y < b.low.y; });
    std::vector<Index> ends = in_order(rungs.size());
    std::sort(ends.begin(), ends.end(),
              [&](Index a, Index b) { return rungs[a].high.y < rungs[b].high.y; });
    std::vector<Index> asked = in_order(places.size());
    std::sort(asked.begin(), asked.end(),
              [&](Index a, Index b) { return places[a].y < places[b].y; });

    std::vector<HalfEdge> met(places.size());
    std::set<Rung, WestToEast> across;
    std::vector<std::set<Rung, WestToEast>::iterator> entry(rungs.size(), across.end());
    auto end = ends.begin();
    std::size_t begun = 0;
    for (const Index i : asked) {
        const GridPoint place = places[i];
        // Just above the place: what ends at its height is gone, what begins there has come. In
        // between the line stops at every height at which anything ends or begins.
        while (true) {
            const bool ends_first =
                end != ends.end() && rungs[*end].high.y <= place.y &&
                (begun == rungs.size() || rungs[*end].high.y <= rungs[begun].low.y);
            if (ends_first) {
                if (entry[*end] != across.end()) {
                    across.erase(entry[*end]);
                }
                ++end;
            } else if (begun < rungs.size() && rungs[begun].low.y <= place.y) {
                const auto [position, is_new] = across.insert(rungs[begun]);
                if (is_new) { // else one merged with it stands there, and goes when that one ends
                    entry[begun] = position;
                }
                ++begun;
            } else {
                break;
            }
        }
        const auto right = across.lower_bound(place);
        met[i] = right == across.begin() ? kNone : std::prev(right)->down;
    }
    return met;
}

} // namespace shapes::overlay
