// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace engine {

/// What a person should look at before relying on a claim.
struct ClaimWarning {
    /// Stable, for programs: "length_for_area", "small_area", "conversion_differs",
    /// "other_reading", "unit_varies", "vague_number", "thousands_twice", "times_larger",
    /// "yardstick_varies", "namesake", "brackets_differ", "region_unnamed", "region_from_text",
    /// "day_unresolved", "beginning_unnamed", "rectangle".
    std::string code;
    std::string text; ///< English, with the figures
};

} // namespace engine
