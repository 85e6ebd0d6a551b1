// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/edge_tree.hpp"
#include "shapes/validity/disjoint_sets.hpp"
#include "shapes/validity/examine.hpp"
#include "shapes/validity/input_rings.hpp"

#include <vector>

namespace shapes::validity {

/// What single rings tell: which way they run (exact for simple rings, from the least vertex), and
/// where an edge turns back on the one before it. Such edges are marked in `overlapped`.
void look_along_rings(const InputRings& input, Examination& found, std::vector<bool>& overlapped);

/// What the contacts between edges tell. Edges that share part of their line with another are
/// marked in `overlapped`, polygons that cross or adjoin are joined in `groups`.
void judge_crossings(const InputRings& input, const std::vector<edges::Contact>& contacts,
                     Examination& found, std::vector<bool>& overlapped, DisjointSets& groups);

} // namespace shapes::validity
