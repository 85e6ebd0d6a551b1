// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/edge_intersections.hpp"

#include <vector>

namespace shapes::overlay {

/// The chains, snap-rounded (J. D. Hobby, "Practical segment intersection with finite precision
/// output", Computational Geometry 13, 1999): each edge becomes the path through the centres of the
/// hot pixels it meets, in order. Hot is the pixel of every vertex and of every proper crossing.
///
/// What the theorem gives: two straight pieces of the paths meet at common end points only (or are
/// the same piece); no path is further than √½ units from its edge, and none passes over a vertex.
/// There are no rounds: the hot pixels are those of the input, so the work ends by construction.
struct Noding {
    /// In the order of the paths: every place where more than one path passes, and the first point
    /// of every ring. All other points belong to one path only.
    std::vector<SegmentNode> segment_nodes;
    std::vector<Index> first_segment_node; ///< segment nodes of edge i are [first_segment_node[i],
                                           ///< first_segment_node[i + 1])
    Index crossing_count = 0;              ///< plain or not; numbers of plain ones are below it
};

Noding node_edges(const GridChains& chains, const edges::JoinHow& how);

} // namespace shapes::overlay
