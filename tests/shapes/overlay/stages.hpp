// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/noding.hpp"
#include "shapes/overlay/planar_graph.hpp"
#include "tests/support/brute_force.hpp"

#include <algorithm>
#include <random>
#include <vector>

namespace testing {

/// A drawing's rings as the first operand of an overlay, stage by stage.
struct Stages {
    explicit Stages(const shapes::Region& region)
        : rings(rings_of(region)), chains(rings, {}),
          noding(shapes::overlay::node_edges(chains, {.crossings_only = true})),
          graph(shapes::overlay::build_planar_graph(chains, noding)) {
        shapes::overlay::label(graph, chains, noding);
    }

    static std::vector<shapes::Ring> rings_of(const shapes::Region& region) {
        std::vector<shapes::Ring> rings;
        for (std::size_t r = 0; r < region.ring_count(); ++r) {
            rings.push_back(region.ring(r));
        }
        return rings;
    }

    std::vector<shapes::Ring> rings;
    shapes::overlay::GridChains chains;
    shapes::overlay::Noding noding;
    shapes::overlay::PlanarGraph graph;
};

/// The points that the rings lead through once they are noded, ring after ring: drawn points and
/// segment nodes.
inline std::vector<std::vector<shapes::overlay::GridPoint>> noded_rings(const Stages& s) {
    std::vector<std::vector<shapes::overlay::GridPoint>> rings;
    for (std::size_t r = 0; r < s.chains.ring_count(); ++r) {
        std::vector<shapes::overlay::GridPoint> ring;
        const auto add = [&ring](shapes::overlay::GridPoint p) {
            if (ring.empty() || !(ring.back() == p)) {
                ring.push_back(p);
            }
        };
        for (auto e = s.chains.first_point(r); e < s.chains.last_point(r); ++e) {
            add(s.chains.point(e));
            for (auto i = s.noding.first_segment_node[e]; i < s.noding.first_segment_node[e + 1];
                 ++i) {
                add(s.noding.segment_nodes[i].at);
            }
        }
        add(s.chains.point(s.chains.last_point(r)));
        rings.push_back(ring);
    }
    return rings;
}

/// Windings of noded rings around a place half a unit of the grid beside grid points, exactly:
/// (x, y) in quarters of a unit, odd, so that no ray to the left meets a point.
inline int winding_of(const std::vector<std::vector<shapes::overlay::GridPoint>>& rings,
                      shapes::overlay::Wide x, shapes::overlay::Wide y) {
    using shapes::overlay::Wide;
    int winding = 0;
    for (const auto& ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Wide ax = 4 * Wide(ring[i].x), ay = 4 * Wide(ring[i].y);
            const Wide bx = 4 * Wide(ring[i + 1].x), by = 4 * Wide(ring[i + 1].y);
            if ((ay > y) == (by > y)) {
                continue;
            }
            const Wide side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
            const bool up = by > ay;
            winding += up == (side < 0) ? (up ? -1 : 1) : 0; // those to the left of the place
        }
    }
    return winding;
}

} // namespace testing
