// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_join.hpp"
#include "shapes/overlay/grid_chains.hpp"

#include <limits>
#include <vector>

namespace shapes::overlay {

/// No crossing, no ring, no half-edge.
inline constexpr Index kNone = std::numeric_limits<Index>::max();

/// A place where the path of a ring may meet another path (or itself): on edge `edge`, or its start
/// where `at` is its first point. The end of an edge is the start of the next edge of its ring.
struct SegmentNode {
    Index edge;
    /// At a plain crossing, number i, which is met by its two edges only: 2i on the one that passes
    /// to the left of the other, 2i + 1 on the other.
    Index plain_crossing = kNone;
    GridPoint at;

    friend bool operator==(const SegmentNode&, const SegmentNode&) = default;
};

/// The place on an edge as a segment node, at the end of the edge as that of the ring's next edge.
SegmentNode segment_node_at(const GridChains& chains, Index edge, GridPoint at);

/// A proper crossing, in the pixel of point `at`: `first` passes from the right of `second` to its
/// left.
struct EdgeIntersection {
    Index first;
    Index second;
    GridPoint at;
};

struct EdgePair {
    Index first;
    Index second;
};

/// All that edges have to do with each other.
struct EdgeIntersections {
    std::vector<EdgeIntersection> crossings;
    /// Edges that come within kNear of each other, but ring neighbours, and but those that plainly
    /// cross, with no end near.
    std::vector<EdgePair> near;
    std::vector<SegmentNode>
        segment_nodes; ///< vertices on or near edges: where the edges meet their pixels
};

EdgeIntersections find_intersections(const GridChains& chains, const edges::JoinHow& how);

} // namespace shapes::overlay
