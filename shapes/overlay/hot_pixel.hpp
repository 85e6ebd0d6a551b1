// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/overlay/grid.hpp"

namespace shapes::overlay {

// A pixel is a cell of the grid. It is hot if a vertex or a crossing lies in it. Snap rounding
// leads every edge through the centres of all hot pixels that it meets:
//
//      +---+---+---+---+
//      |   |   |   | q |        The edge p → q meets the hot pixel c, in which two other edges
//      +---+---+-.-+---+        cross or a vertex lies. Its path becomes p → c → q: nothing that
//      |   | c'|   |   |        passed on one side of the edge is on the other side of its path,
//      +---+-.-+---+---+        as both have been drawn into the centre c.
//      | p |   |   |   |
//      +---+---+---+---+

/// Whether the segment p → q, whose ends are grid points, meets the pixel of c. Exact.
///
/// The pixel of a grid point c is the square [c.x − ½, c.x + ½) × [c.y − ½, c.y + ½). The pixels
/// tile the plane, so every place lies in exactly one.
bool meets_pixel(GridPoint p, GridPoint q, GridPoint c);

/// The grid point whose pixel holds the crossing of p → q and r → s. The two must cross properly: r
/// and s lie strictly on opposite sides of p → q, and p and q strictly on opposite sides of r → s.
/// Exact.
GridPoint pixel_of_crossing(GridPoint p, GridPoint q, GridPoint r, GridPoint s);

} // namespace shapes::overlay
