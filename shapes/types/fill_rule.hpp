// SPDX-License-Identifier: MIT
#pragma once

namespace shapes {

/// What counts as the inside of one polygon. Its first ring is the shell and the others are holes,
/// whichever way they run. The polygons of a region are united afterwards.
enum class FillRule {
    nonzero, ///< the shell's winding number is not 0 and that of every hole is 0
    /// a ray from the place to the outside crosses the polygon's rings an odd number of times
    evenodd,
};

} // namespace shapes
