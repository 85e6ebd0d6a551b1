// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "shapes/validity/input_rings.hpp"

namespace shapes::validity {

/// Puts vertices of a resolved region back to where they were drawn. A vertex is put back if it
/// equals a drawn vertex rounded to the overlay's grid.
///
/// Why: maps of neighbouring days share most of their edges, and only edges that are equal bit for
/// bit cancel. Without this step a map that had to be resolved would share no edge with a map that
/// is valid as drawn. Positions move by less than the grid's unit, so the result may no longer be
/// valid; the caller has to examine it again.
Region with_drawn_positions(Region resolved, const InputRings& input);

} // namespace shapes::validity
