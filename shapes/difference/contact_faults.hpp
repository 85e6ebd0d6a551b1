// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/disjoint_sets.hpp"
#include "shapes/difference/drawing.hpp"
#include "shapes/difference/edge_tree.hpp"
#include "shapes/difference/validity.hpp"

#include <vector>

namespace shapes {

/// What single rings tell: which way they run (exact for simple rings, from the least vertex), and
/// where an edge turns back on the one before it. Such edges are marked in `overlapped`.
void look_along_rings(const Drawing& drawing, Validity& found, std::vector<bool>& overlapped);

/// What the contacts between edges tell. Edges that share part of their line with another are
/// marked in `overlapped`, polygons that cross or adjoin are joined in `groups`.
void judge_contacts(const Drawing& drawing, const std::vector<Contact>& contacts, Validity& found,
                    std::vector<bool>& overlapped, DisjointSets& groups);

} // namespace shapes
