// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_join.hpp"
#include "shapes/overlay/grid_chains.hpp"

#include <limits>
#include <vector>

namespace shapes::overlay {

/// Stands for "none" where a crossing, a ring or a half-edge is numbered.
inline constexpr Index kNone = std::numeric_limits<Index>::max();

/// A place where the noded path of a ring may meet another path or itself. It lies on edge `edge`,
/// or is the edge's start where `at` is its first point. The end of an edge is given as the start
/// of the next edge of its ring.
struct SegmentNode {
    Index edge;
    /// For a plain crossing, which is a crossing whose pixel no third edge and no vertex meets, a
    /// number: 2i on the edge that passes to the left of the other, 2i + 1 on the other one. kNone
    /// elsewhere.
    Index plain_crossing = kNone;
    GridPoint at;

    friend bool operator==(const SegmentNode&, const SegmentNode&) = default;
};

/// The segment node at a place on an edge. If the place is the edge's end, the node is given on the
/// next edge of the ring.
SegmentNode segment_node_at(const GridChains& chains, Index edge, GridPoint at);

/// A proper crossing: two edges have one point in common, inside both. `at` is the grid point whose
/// pixel holds it. `first` is the edge that passes from the right of `second` to its left.
struct EdgeIntersection {
    Index first;
    Index second;
    GridPoint at;
};

/// Two different edges, by number.
struct EdgePair {
    Index first;
    Index second;
};

/// Everything the first stage of noding finds about pairs of edges.
struct EdgeIntersections {
    std::vector<EdgeIntersection> crossings;
    /// Pairs of edges that come within kNear units of each other. Neighbours on a ring are left
    /// out, and so are pairs that certainly cross with no end of either edge near the other.
    std::vector<EdgePair> near;
    std::vector<SegmentNode>
        segment_nodes; ///< where edges meet the pixels of vertices that lie on or near them
    /// Whether edges have nothing in common but vertices or all of themselves, and everywhere else
    /// are further than kNear units apart.
    bool at_vertices_only = true;
};

/// Finds all crossings, near pairs and vertices on edges. `how` selects the search and does not
/// change the result.
EdgeIntersections find_intersections(const GridChains& chains, const edges::JoinHow& how);

} // namespace shapes::overlay
