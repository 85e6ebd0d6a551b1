// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/edge_intersections.hpp"

#include <vector>

namespace shapes::overlay {

/// The noded chains, by snap rounding (J. D. Hobby, "Practical segment intersection with finite
/// precision output", Computational Geometry 13, 1999). Each edge becomes the path through the
/// centres of the hot pixels that it meets, in order. The hot pixels are those of all vertices and
/// of all proper crossings.
///
/// Hobby's theorem guarantees that two straight pieces of the paths meet only at common end points
/// or are the same piece, that no path is farther than √½ units from its edge, and that no path
/// passes over a vertex. Noding needs no repetition: the hot pixels are those of the input, so one
/// pass is enough.
struct Noding {
    /// Every place where more than one path passes, and the first point of every ring, in the order
    /// of the paths. Any other point belongs to one path only.
    std::vector<SegmentNode> segment_nodes;
    /// the segment nodes of edge i are [first_segment_node[i], first_segment_node[i + 1])
    std::vector<Index> first_segment_node;
    /// number of all crossings; the plain ones have numbers SegmentNode::plain_crossing / 2 below
    /// it
    Index crossing_count = 0;
    bool at_vertices_only = false; ///< as EdgeIntersections says
};

/// Nodes the chains. `how` selects the search and does not change the result.
Noding node_edges(const GridChains& chains, const edges::JoinHow& how);

} // namespace shapes::overlay
