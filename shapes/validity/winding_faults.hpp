// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_chains.hpp"
#include "shapes/edges/edge_tree.hpp"
#include "shapes/validity/disjoint_sets.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"

#include <vector>

namespace shapes::validity {

/// Finds the faults that the winding numbers on both sides of every piece of boundary show. Pieces
/// whose edges are all marked in `overlapped` are left out, because there the displacement alone
/// decides what is on which side. Polygons that lie in each other are joined in `groups`.
void judge_windings(const InputRings& input, const edges::EdgeChains& rings,
                    const edges::EdgeTree& tree, const std::vector<edges::Contact>& contacts,
                    const std::vector<bool>& overlapped, Examination& found, DisjointSets& groups);

} // namespace shapes::validity
