// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"

#include <vector>

namespace shapes {

/// What validation found: the region, and every problem of the drawing it was made from.
struct ValidationResult {
    ValidRegion region;
    std::vector<Problem> problems;
};

/// Proves a drawn region valid, or resolves it: the polygons, each filled by `fill`, united.
/// A drawing that is valid as it stands keeps its coordinates bit for bit (only ring direction and
/// exact duplicates of neighbouring positions are changed). Anything finite gives a result.
ValidationResult validate(const Region& drawn, FillRule fill = FillRule::nonzero);

/// The union of several valid regions.
ValidRegion unite(const std::vector<ValidRegion>& regions);

} // namespace shapes
