// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/random_pairs.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace properties {

/// What must hold of any two drawings. Each returned line names a property that does not, with the
/// place, what was expected, got and allowed. `choice` picks the one variant of the drawings
/// (rotated, reversed, reordered, subdivided, translated) that is tried on them.
///
/// `against_truth` also compares with exact_areas, which takes a hundred times longer; otherwise
/// GEOS is asked, and the truth only where GEOS and we differ.
std::vector<std::string> broken(const support::Pair& pair, std::uint64_t choice,
                                bool against_truth);

/// How far the area of an output region may be from the area of change, m²: its coordinates are
/// rounded to a grid of 2⁻⁴⁴ degrees, in several rounds, all along both boundaries.
double region_rounding_m2(const shapes::Region& before, const shapes::Region& after);

} // namespace properties
