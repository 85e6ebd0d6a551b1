// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

namespace shapes::overlay {

/// The parts of one overlay, as the tracer needs them.
struct Arrangement {
    GridChains chains;
    Noding noding;
    PlanarGraph graph;
};

/// The polygons of the faces in which `rule` holds.
///
/// Why they are valid: pieces of the graph meet at nodes only, so a cycle that repeats no node is a
/// simple ring. The tracer keeps the half-edges that have the inside on their left and the outside
/// on their right. At each node it continues with the first of these clockwise from the one it
/// arrived on. Such a walk follows one boundary of one connected part of the inside and stays
/// within one sector at each node that it passes. Whenever a node repeats, the ring closed there is
/// cut off.
///
/// The part is connected and lies on the left of all rings of a walk. It would have to lie inside
/// two counter-clockwise rings at once and border on both, which rings that do not cross do not
/// allow. So at most one ring runs counter-clockwise, and it is the shell; all others are holes. A
/// walk without a shell consists of holes that touch nothing which leads to their shell; the first
/// boundary met to the left of the walk bounds the same part, and so tells the shell.
BuiltRegion trace_polygons(const Arrangement& arrangement, InsideRule rule);

/// The same polygons with their vertices where they were drawn. The chains must have kept that.
DrawnRegion trace_as_drawn(const Arrangement& arrangement, InsideRule rule);

} // namespace shapes::overlay
