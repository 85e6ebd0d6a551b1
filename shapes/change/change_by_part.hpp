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

/// A region with a name, for example an administrative region or a region of interest.
struct Part {
    std::string name;
    ValidRegion region;
};

/// What was held within one part and what changed there.
struct PartChange {
    std::string name;
    Area before;
    Area after;
    Area lost;
    Area gained;

    Area net() const { return gained - lost; }
};

/// The result of `change_by_part`.
struct ChangeByPart {
    std::vector<PartChange> parts; ///< in the order given
    /// what lies in none of the parts, measured separately; its name is empty
    PartChange elsewhere;
    ChangeArea whole; ///< the result of `change_area` for the two regions
    /// One entry for each part that overlaps a part before it. What they have in common is counted
    /// only with the first of them, so that the parts still add up to the whole.
    std::vector<Problem> problems;

    /// The larger of |Σ lost − whole.lost| and |Σ gained − whole.gained|, where the sums include
    /// `elsewhere`. It is below `adding_up_bound` of the same regions.
    Area adding_up_error() const;
};

/// Measures how much of the change between two regions lies in each part, and how much in none.
/// Without any part, everything is in `elsewhere`.
ChangeByPart change_by_part(const ValidRegion& before, const ValidRegion& after,
                            std::span<const Part> parts, const DifferenceOptions& options = {});

/// A bound on `ChangeByPart::adding_up_error`. Some regions are built on a grid: those lost and
/// gained, the union of the parts, and what is left of a part that overlaps another. Each time a
/// boundary moves by at most one unit of 2⁻⁴⁴ degrees, and this happens at most three times. All
/// other steps measure areas without constructing anything.
///
/// The error is therefore at most the area of strips of that width along the boundaries, with a
/// degree taken as 111.7 km (the longest on WGS84, a degree of latitude at the pole), plus the
/// rounding of the sums: 1e-14 of the larger region for each part.
Area adding_up_bound(const ValidRegion& before, const ValidRegion& after,
                     std::span<const Part> parts);

/// All areas of change within a region of interest: both regions are first intersected with it
/// (`intersection`), on the grid of 2⁻⁴⁴°.
ChangeArea change_area_within(const ValidRegion& before, const ValidRegion& after,
                              const ValidRegion& within, const DifferenceOptions& options = {});

} // namespace shapes
