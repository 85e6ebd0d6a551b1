// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_tree.hpp"
#include "shapes/validity/disjoint_sets.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"

#include <vector>

namespace shapes::validity {

/// Finds what each ring tells on its own: which way it runs (from the turn at its westernmost
/// vertex, which is exact for simple rings) and where an edge turns back on the one before it. Both
/// edges of such a pair are marked in `overlapped`, which is indexed by edge.
void look_along_rings(const InputRings& input, Examination& found, std::vector<bool>& overlapped);

/// Finds the faults that the contacts between edges show. Edges that share part of their line with
/// another edge are marked in `overlapped`, and polygons that cross or adjoin are joined in
/// `groups`.
void judge_crossings(const InputRings& input, const std::vector<edges::Contact>& contacts,
                     Examination& found, std::vector<bool>& overlapped, DisjointSets& groups);

} // namespace shapes::validity
