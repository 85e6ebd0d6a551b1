// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/area/area_form.hpp"
#include "shapes/area/compensated_sum.hpp"
#include "shapes/simd/instructions.hpp"
#include "shapes/types/position.hpp"
#include "shapes/types/region.hpp"

#include <cstddef>

namespace shapes {

/// Adds the integral of the form along `edges` consecutive straight edges, which start at positions
/// first[0] … first[edges − 1] (first[edges] is read as well). To be multiplied by form.unit.
///
/// Edges are taken in stretches of 4096, eight sums side by side in each, the stretches added with
/// compensation: the rounding error is at most (512 + degree + 6) u Σ|edge term|, and typically a
/// hundredth of it. The same bits on every instruction set.
void add_chain_integral(const Position* first, std::size_t edges, const AreaForm& form,
                        CompensatedSum& sum, Instructions instructions = best_instructions());

/// The integral along all rings of a region: the area inside, if interiors are on the left.
double region_integral(const Region& region, const AreaForm& form,
                       Instructions instructions = best_instructions());

} // namespace shapes
