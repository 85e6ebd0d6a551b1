// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// What counts as inside one polygon, whose first ring is its shell and whose others are holes,
/// whatever way they run. Polygons of a region are united afterwards.
enum class FillRule {
    nonzero, ///< the shell winds around the place and no hole does
    evenodd, ///< the polygon's rings together are crossed an odd number of times on the way out
};

} // namespace shapes
