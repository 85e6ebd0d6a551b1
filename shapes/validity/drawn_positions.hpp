// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "shapes/validity/input_rings.hpp"

namespace shapes::validity {

/// A resolved region with its vertices put back.
struct PutBack {
    Region region;
    /// Whether no two different positions that were drawn are rounded to one place. Then a vertex
    /// of the result is where it was drawn, and not where another one was.
    bool places_apart;
};

/// Puts vertices of a resolved region back to where they were drawn. A vertex is put back if it
/// equals a drawn vertex rounded to the overlay's grid.
///
/// Why: maps of neighbouring days share most of their edges, and only edges that are equal bit for
/// bit cancel. Without this step a map that had to be resolved would share no edge with a map that
/// is valid as drawn. Positions move by less than the grid's unit, so the result may no longer be
/// valid; the caller has to examine it again.
PutBack with_drawn_positions(Region resolved, const InputRings& input);

} // namespace shapes::validity
