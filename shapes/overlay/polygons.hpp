// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

namespace shapes::overlay {

/// What the tracer needs of an arrangement, all of one overlay.
struct Arrangement {
    GridChains chains;
    Noding noding;
    PlanarGraph graph;
};

/// The polygons of the faces in which `rule` holds.
///
/// Why they are valid. The pieces of the graph meet at nodes only, so a cycle that repeats no node
/// is a simple ring. Keep the half-edges with "in" on their left and "out" on their right, and go
/// on at each node with the next of them clockwise from where one came: the walk follows one
/// boundary of one connected part of the inside, within one sector at each node it passes. Cut off
/// a ring whenever a node repeats. The inside of the part lies on the left of all rings of a walk,
/// and it is connected, so of two rings of a walk neither can enclose the other with "in" between
/// them from outside: at most one runs counter-clockwise, and it is the shell; all others are
/// holes. The boundaries of one part without a shell of their own are the holes that touch nothing
/// on the way out; the first boundary met to the left of such a walk bounds the same part.
BuiltRegion trace_polygons(const Arrangement& arrangement, InsideRule rule);

} // namespace shapes::overlay
