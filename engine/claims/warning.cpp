// SPDX-License-Identifier: MIT
#include "engine/claims/warning.hpp"

#include "shapes/types/enum_names.hpp"

namespace engine {
namespace {

constexpr auto kWarningNames = shapes::enum_names<WarningCode, WarningCode::not_verified>(
    "length_for_area", "small_area", "conversion_differs", "other_reading", "unit_varies",
    "vague_number", "thousands_twice", "times_larger", "yardstick_varies", "namesake",
    "brackets_differ", "region_unnamed", "region_from_text", "day_unresolved", "day_unresolved",
    "beginning_unnamed", "window_reversed", "rectangle", "not_verified");

} // namespace

const char* name(WarningCode code) {
    return kWarningNames.of(code);
}

} // namespace engine
