// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/area/compensated_sum.hpp"
#include "shapes/simd/instructions.hpp"
#include "shapes/types/position.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>

namespace shapes {

/// Adds to `sum` the integral of the form along `edges` consecutive straight edges. They start at
/// positions first[0] … first[edges − 1], and first[edges] is read as well. The result has to be
/// multiplied by form.unit.
///
/// Edges are summed in stretches of 4096, in eight sums side by side, and the stretches are added
/// with compensation. The rounding error is at most (512 + degree + 6) u Σ|edge term|, where u is
/// the unit roundoff, and typically a hundredth of that. The bits are the same on every instruction
/// set.
void add_chain_integral(const Position* first, std::size_t edges, const AreaForm& form,
                        CompensatedSum& sum, Instructions instructions = best_instructions());

/// The integral along all rings of a region, which is the enclosed area (before multiplication by
/// form.unit) if the interior is on the left of every edge.
double region_integral(const Region& region, const AreaForm& form,
                       Instructions instructions = best_instructions());

} // namespace shapes
