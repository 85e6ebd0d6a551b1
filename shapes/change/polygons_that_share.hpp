// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"

namespace shapes {

/// Whether each polygon of a region has an edge of its outer boundary with the other region in
/// common, in the same direction: the interiors lie on the same side of it, so that there is some
/// of each polygon in the other. False says nothing. True of a region without polygons.
bool all_share_an_edge(const ValidRegion& region, const ValidRegion& other);

} // namespace shapes
