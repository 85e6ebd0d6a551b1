// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/boundary.hpp"
#include "shapes/edges/box_tree.hpp"
#include "shapes/types/position.hpp"

namespace shapes::edges {

/// Whether the place or the boundary is displaced by δ (shapes/predicates/perturbed.hpp).
enum class Displaced { place, boundary };

/// The winding number of a boundary around a place: the signed number of crossings of the ray from
/// the place to the east. Either the place or the boundary is displaced, so the place never lies on
/// an edge. A node of the tree that lies wholly to the east is counted by the ends of its paths
/// alone. A query therefore opens only the nodes whose boxes contain the place.
int winding_number(Position place, const Boundary& boundary, const BoxTree& tree,
                   Displaced displaced, const Kernels& loops);

} // namespace shapes::edges
