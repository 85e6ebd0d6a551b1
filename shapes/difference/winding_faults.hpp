// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/chains.hpp"
#include "shapes/difference/disjoint_sets.hpp"
#include "shapes/difference/drawing.hpp"
#include "shapes/difference/edge_tree.hpp"
#include "shapes/difference/validity.hpp"

#include <vector>

namespace shapes {

/// What the windings on both sides of every piece of boundary tell. Pieces on edges that are
/// `overlapped` are left out: there the displacement decides what is on which side. Polygons that
/// lie in each other are joined in `groups`.
void judge_windings(const Drawing& drawing, const Chains& rings, const EdgeTree& tree,
                    const std::vector<Contact>& contacts, const std::vector<bool>& overlapped,
                    Validity& found, DisjointSets& groups);

} // namespace shapes
