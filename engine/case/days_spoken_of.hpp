// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/case.hpp"
#include "engine/timeline/date.hpp"

#include <optional>

namespace engine {

/// From the first to the last of some days, both included.
struct DaySpan {
    Date first;
    Date last;

    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// The days that the claims of a case speak of: those that they end on, and those that changes are
/// counted from. nullopt where a claim leaves one of them open, as it is then counted from the
/// first map, or to the last one, that there is.
std::optional<DaySpan> days_spoken_of(const Case& the_case);

} // namespace engine
