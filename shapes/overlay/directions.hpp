// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/planar_graph.hpp"

#include <cstdint>

namespace shapes::overlay {

/// The direction in which a half-edge leaves its node, in units of the grid.
struct Direction {
    std::int64_t dx, dy;

    bool upper() const { return dy > 0 || (dy == 0 && dx > 0); }
};

inline Direction between(GridPoint from, GridPoint to) {
    return {to.x - from.x, to.y - from.y};
}

inline Wide cross(Direction a, Direction b) {
    return static_cast<Wide>(a.dx) * b.dy - static_cast<Wide>(a.dy) * b.dx;
}

/// Negative where a comes before b counter-clockwise from the positive x-axis, positive where it
/// comes after, 0 where the two directions are the same. Exact.
inline int compare_angles(Direction a, Direction b) {
    if (a.upper() != b.upper()) {
        return a.upper() ? -1 : 1;
    }
    return -sign(cross(a, b));
}

/// The direction in which half-edge h leaves its node: towards its first inner point or, without
/// one, towards the node at its other end.
inline Direction direction(const PlanarGraph& graph, const GridChains& chains, HalfEdge h) {
    const PointRange inner = graph.inner[h / 2];
    const GridPoint from = graph.nodes[graph.origin[h]];
    if (inner.first == inner.last) {
        return between(from, graph.nodes[graph.origin[twin(h)]]);
    }
    return between(from, chains.point(h % 2 == 0 ? inner.first : inner.last - 1));
}

} // namespace shapes::overlay
