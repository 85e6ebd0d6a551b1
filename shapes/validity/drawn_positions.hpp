// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "shapes/validity/input_rings.hpp"

namespace shapes::validity {

/// The resolved region with each vertex that is a drawn one, rounded to the overlay's grid, put
/// back where it was drawn.
///
/// Why: maps of neighbouring days share most of their edges, and only edges that are equal bit for
/// bit cancel. Without this a map that had to be resolved would share no edge with one that is
/// valid as drawn. Positions move by less than the grid's unit; whether the result is still valid
/// is for the caller to prove.
Region with_drawn_positions(Region resolved, const InputRings& input);

} // namespace shapes::validity
