// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/timeline.hpp"

#include <optional>

namespace areaclaim {

/// Keeps the maps of a period, both ends included; an end that is not given is open. Throws
/// engine::InputError, naming what there is, where none is left.
void keep_period(engine::Timeline& timeline, const std::optional<engine::Date>& since,
                 const std::optional<engine::Date>& until);

enum class Every {
    week,  ///< Monday to Sunday (ISO 8601)
    month, ///< calendar month
};

/// Keeps the first map, which the rest is counted from, and the last one of each week or month.
void thin_out(engine::Timeline& timeline, Every every);

} // namespace areaclaim
