// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/noding.hpp"
#include "shapes/overlay/overlay.hpp"

#include <vector>

namespace shapes::overlay {

using Node = std::uint32_t;
/// Half-edge 2s runs along noded edge s, 2s + 1 against it.
using HalfEdge = std::uint32_t;

inline HalfEdge twin(HalfEdge h) {
    return h ^ 1U;
}

/// Points [first, last) of the chains.
struct PointRange {
    Index first;
    Index last;
};

/// The arrangement of two chains: its nodes, its noded edges and the winding numbers of its faces.
///
/// A noded edge is a path between two nodes that meets no other path in between: the part of a ring
/// from one segment node to the next; noded edge s begins at segment node s. What is known of it
/// stands in arrays of their own, as walks around a face come by in no order and want little of
/// each.
struct PlanarGraph {
    std::vector<GridPoint> nodes;
    /// By half-edge: the node it leaves.
    std::vector<Node> origin;
    /// By half-edge: the next one clockwise that leaves the same node, itself where it is the only
    /// one. Of noded edges along the same piece only one is in the star, with the depth_deltas of
    /// all.
    std::vector<HalfEdge> clockwise;
    /// By noded edge: the half-edge that goes where it goes, its own or that of the piece it is
    /// merged with.
    std::vector<HalfEdge> along;
    /// By noded edge: the points between its ends.
    std::vector<PointRange> inner;
    /// By noded edge: the winding on its left minus the winding on its right.
    std::vector<WindingPair> depth_deltas;
    /// By noded edge: winding numbers of the face on its left.
    std::vector<WindingPair> left_of_edge;

    std::size_t edge_count() const { return inner.size(); }
    WindingPair depth_delta(HalfEdge h) const {
        const WindingPair s = depth_deltas[h / 2];
        return h % 2 == 0 ? s : WindingPair{-s.a, -s.b};
    }
    WindingPair left(HalfEdge h) const {
        const WindingPair w = left_of_edge[h / 2];
        const WindingPair s = depth_deltas[h / 2];
        return h % 2 == 0 ? w : WindingPair{w.a - s.a, w.b - s.b};
    }
};

/// Nodes, noded edges and their order around the nodes; windings are left to `label`.
PlanarGraph build_planar_graph(const GridChains& chains, const Noding& noding);

/// Fills in `graph.left_of_edge`: around a node and along edges the windings follow from the
/// depth_deltas; one ray gives the absolute numbers of a ring that meets none before it in its
/// first node.
void label(PlanarGraph& graph, const GridChains& chains, const Noding& noding);

} // namespace shapes::overlay
