// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/change/change_area.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/valid_region.hpp"
#include "shapes/units/area.hpp"

#include <span>
#include <string>
#include <vector>

namespace shapes {

/// A region by name: an administrative region, a region of interest.
struct Part {
    std::string name;
    ValidRegion region;
};

/// What was held and what changed within one part.
struct PartChange {
    std::string name;
    Area before;
    Area after;
    Area lost;
    Area gained;

    Area net() const { return gained - lost; }
};

struct ChangeByPart {
    std::vector<PartChange> parts; ///< in the order given
    PartChange elsewhere;          ///< in none of the parts, computed on its own; its name is empty
    ChangeArea whole;              ///< as `change_area` has it
    /// Overlapping parts, one entry for each part that overlaps any before it. What they have in
    /// common is counted with the first of them only, so that the parts still add up.
    std::vector<Problem> problems;

    /// The larger of |Σ lost − whole| and |Σ gained − whole|, `elsewhere` included in the sums:
    /// below `adding_up_bound` of the two regions.
    Area adding_up_error() const;
};

/// How much of the change between two regions lies in each of some parts, and how much in none.
ChangeByPart change_by_part(const ValidRegion& before, const ValidRegion& after,
                            std::span<const Part> parts, const DifferenceOptions& options = {});

/// Bound on `ChangeByPart::adding_up_error`. The regions lost and gained, the union of the parts
/// and what is left of a part that overlaps are built on a grid, which moves a boundary by at most
/// one unit of 2⁻⁴⁴ degrees each time, three times at most; everything else is area without
/// construction. So the areas differ by no more than strips of that width along the boundaries,
/// with a degree taken as 111.7 km (the longest on WGS84, of latitude at the pole), plus the
/// rounding of the sums, 1e-14 of the larger region for each part.
Area adding_up_bound(const ValidRegion& before, const ValidRegion& after,
                     std::span<const Part> parts);

/// All areas of change within a region of interest.
ChangeArea change_area_within(const ValidRegion& before, const ValidRegion& after,
                              const ValidRegion& within, const DifferenceOptions& options = {});

} // namespace shapes
