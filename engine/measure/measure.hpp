// SPDX-License-Identifier: MIT
#pragma once

#include "engine/measure/measurements.hpp"
#include "engine/measure/plan.hpp"
#include "engine/timeline/control_class.hpp"
#include "engine/verdict/self_check.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"

#include <vector>

namespace engine {

/// One source's maps in one place.
struct MapsInPlace {
    const SourceReport& source;
    const KnownMaps& maps;
    const shapes::Region* outline = nullptr; ///< a border or a coast: it does not move
    /// The region of interest, proven and as it was drawn; nullptr where all counts.
    const shapes::ValidRegion* within = nullptr;
    const shapes::Region* within_drawn = nullptr;
    /// The timeline's rows in this place, where they are measured already.
    const std::vector<TimelineRow>* rows = nullptr;
    OmissionsHere omits = {}; ///< in this place
};

/// Measures all that a plan wants, each of it once. The source's report and what is known of its
/// maps must outlive the result.
Measurements measure(const MapsInPlace& place, const Plan& plan, const VerifyOptions& options);

/// Whether the areas of a row of the timeline (`row` ≥ 1) add up. The rows are of this place; those
/// that clearly add up need no bound.
SelfCheck check_row(const MapsInPlace& place, const TimelineRow& row, const VerifyOptions& options);

} // namespace engine
