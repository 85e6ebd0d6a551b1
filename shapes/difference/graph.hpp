// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/noding.hpp"
#include "shapes/difference/overlay.hpp"

#include <vector>

namespace shapes::arrangement {

using Node = std::uint32_t;
/// Half-edge 2s runs along super-edge s, 2s + 1 against it.
using HalfEdge = std::uint32_t;

inline HalfEdge twin(HalfEdge h) {
    return h ^ 1U;
}

/// A path between two nodes that meets no other path in between: the part of a ring from one stop
/// to the next; super-edge s begins at stop s. Its inner points are points [first_inner,
/// last_inner) of the chains.
struct SuperEdge {
    Node from;
    Node to;
    Index first_inner;
    Index last_inner;
    WindingPair step; ///< winding on its left minus winding on its right
};

/// The arrangement of two chains: its nodes, its super-edges and the winding numbers of its faces.
struct Graph {
    std::vector<GridPoint> nodes;
    std::vector<SuperEdge> edges;

    /// The half-edge leaving node n that comes first counter-clockwise from the positive x-axis.
    std::vector<HalfEdge> leaving;
    /// Of a half-edge: the next one clockwise that leaves the same node, itself where it is the
    /// only one. Of super-edges along the same piece only one is in the circle, with the steps of
    /// all.
    std::vector<HalfEdge> clockwise;
    /// The half-edge that goes where super-edge s goes: 2s, or that of the piece it is merged with.
    std::vector<HalfEdge> along;

    /// Winding numbers of the face on the left of half-edge 2s of super-edge s.
    std::vector<WindingPair> left_of_edge;

    Node origin(HalfEdge h) const {
        const SuperEdge& e = edges[h / 2];
        return h % 2 == 0 ? e.from : e.to;
    }
    WindingPair left(HalfEdge h) const {
        const WindingPair w = left_of_edge[h / 2];
        const WindingPair s = edges[h / 2].step;
        return h % 2 == 0 ? w : WindingPair{w.a - s.a, w.b - s.b};
    }
    WindingPair step(HalfEdge h) const {
        const WindingPair s = edges[h / 2].step;
        return h % 2 == 0 ? s : WindingPair{-s.a, -s.b};
    }
};

/// Nodes, super-edges and their order around the nodes; windings are left to `label`.
Graph build_graph(const GridChains& chains, const Noding& noding);

/// Fills in `graph.left_of_edge`: around a node and along edges the windings follow from the steps;
/// one ray per connected component gives the absolute numbers.
void label(Graph& graph, const GridChains& chains, const Noding& noding);

} // namespace shapes::arrangement
