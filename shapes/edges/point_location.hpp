// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/boundary.hpp"
#include "shapes/edges/box_tree.hpp"
#include "shapes/types/position.hpp"

namespace shapes::edges {

/// Which of the two, place or boundary, is displaced by δ (see shapes/predicates/perturbed.hpp).
enum class Displaced { place, boundary };

/// Winding number of a boundary around a place, one of them displaced, so never on an edge: the
/// signed number of crossings of the ray from the place to the east. Nodes of the tree that lie
/// wholly to the east count by the ends of their paths alone, so a query opens only the nodes whose
/// box the place is in.
int winding_number(Position place, const Boundary& boundary, const BoxTree& tree,
                   Displaced displaced, const Kernels& loops);

} // namespace shapes::edges
