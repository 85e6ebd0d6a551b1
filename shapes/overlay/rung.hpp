// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

#include <algorithm>

namespace shapes::overlay {

/// A straight piece of boundary that crosses a horizontal ray to the left, from its lower to its
/// upper end.
struct Rung {
    GridPoint low;
    GridPoint high;
    HalfEdge down; ///< the half-edge along this piece that goes from `high` to `low`

    /// Whether this piece lies left of another one at the height of the ray. The two do not cross,
    /// so their order is the same at all heights that both of them reach.
    bool left_of(const Rung& o) const {
        if (low.y >= o.low.y) {
            const int side = sign(orientation_value(o.low, o.high, low));
            return side != 0 ? side > 0 : orientation_value(o.low, o.high, high) > 0;
        }
        const int side = sign(orientation_value(low, high, o.low));
        return side != 0 ? side < 0 : orientation_value(low, high, o.high) < 0;
    }

    /// Whether a place is strictly on the right of this piece. The place's height must be one that
    /// the piece reaches.
    bool left_of(GridPoint place) const { return orientation_value(low, high, place) < 0; }
};

/// Calls take(Rung) for every piece of the noded path of `edge` that is on the boundary and not
/// horizontal.
template<class Take>
void for_each_rung(Index edge, const GridChains& chains, const Noding& noding,
                   const PlanarGraph& graph, const std::vector<std::uint8_t>& boundary,
                   const Take& take) {
    const auto piece = [&](Index noded_edge, GridPoint from, GridPoint to) {
        if (from.y == to.y) { // or no piece at all, at the first point of a ring
            return;
        }
        const HalfEdge along = graph.along[noded_edge];
        if (from.y < to.y && boundary[twin(along)] != 0) {
            take(Rung{from, to, twin(along)});
        } else if (from.y > to.y && boundary[along] != 0) {
            take(Rung{to, from, along});
        }
    };
    GridPoint from = chains.point(edge);
    for (Index s = noding.first_segment_node[edge]; s < noding.first_segment_node[edge + 1]; ++s) {
        piece(s - 1, from, noding.segment_nodes[s].at);
        from = noding.segment_nodes[s].at;
    }
    piece(noding.first_segment_node[edge + 1] - 1, from, chains.point(edge + 1));
}

} // namespace shapes::overlay
