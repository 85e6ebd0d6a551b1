// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/noding.hpp"
#include "shapes/overlay/overlay.hpp"

#include <vector>

namespace shapes::overlay {

/// Index of a node of a planar graph.
using Node = std::uint32_t;
/// A noded edge s in one of its two directions: half-edge 2s runs along it, half-edge 2s + 1
/// against it.
using HalfEdge = std::uint32_t;

/// The same noded edge in the other direction.
inline HalfEdge twin(HalfEdge h) {
    return h ^ 1U;
}

/// The points [first, last) of the chains.
struct PointRange {
    Index first;
    Index last;
};

/// The arrangement of two chains: its nodes, its noded edges and the winding numbers of its faces.
///
/// A noded edge is a path between two nodes that meets no other path in between. It is the part of
/// a ring from one segment node to the next, and noded edge s begins at segment node s. Each
/// property is kept in an array of its own, because a walk around a face visits the edges in no
/// particular order and needs few of their properties.
struct PlanarGraph {
    std::vector<GridPoint> nodes;
    /// By half-edge: the node that it leaves.
    std::vector<Node> origin;
    /// By half-edge: the next one clockwise in the vertex star of the same node, or the half-edge
    /// itself where it is the only one. Where several noded edges run along the same piece, only
    /// one of them is in the star, and its depth delta is the sum of all of theirs.
    std::vector<HalfEdge> clockwise;
    /// By noded edge: the half-edge in the star that runs in the same direction along the same
    /// piece. It is the edge's own half-edge 2s, or one of the edge that it is merged with.
    std::vector<HalfEdge> along;
    /// By noded edge: the points strictly between its ends.
    std::vector<PointRange> inner;
    /// By noded edge: its depth delta, the winding numbers on its left minus those on its right.
    std::vector<WindingPair> depth_deltas;
    /// By noded edge: the winding numbers of the face on its left.
    std::vector<WindingPair> left_of_edge;

    std::size_t edge_count() const { return inner.size(); }
    /// The depth delta of a half-edge: that of its noded edge, negated against the edge's
    /// direction.
    WindingPair depth_delta(HalfEdge h) const {
        const WindingPair s = depth_deltas[h / 2];
        return h % 2 == 0 ? s : WindingPair{-s.a, -s.b};
    }
    /// The winding numbers of the face on the left of a half-edge.
    WindingPair left(HalfEdge h) const {
        const WindingPair w = left_of_edge[h / 2];
        const WindingPair s = depth_deltas[h / 2];
        return h % 2 == 0 ? w : WindingPair{w.a - s.a, w.b - s.b};
    }
};

/// Builds the nodes, the noded edges and the vertex stars. `left_of_edge` is filled in by `label`.
PlanarGraph build_planar_graph(const GridChains& chains, const Noding& noding);

/// Fills in `graph.left_of_edge`, ring after ring. Around a node and along a ring the winding
/// numbers follow from the depth deltas. The numbers that a ring starts from are those of an
/// earlier ring through one of its first nodes or, where there is none, those that one ray gives
/// (ray.hpp).
void label(PlanarGraph& graph, const GridChains& chains, const Noding& noding);

} // namespace shapes::overlay
