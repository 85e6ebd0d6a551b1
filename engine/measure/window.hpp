// SPDX-License-Identifier: MIT
#pragma once

#include "engine/case/claim.hpp"
#include "engine/timeline/date.hpp"
#include "engine/timeline/measure.hpp"
#include "engine/timeline/timeline.hpp"
#include "engine/verification.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace engine {

// Which maps answer a question. All of it is told by days alone, before any map is measured; the
// days of a source's maps ascend, and there is one at least.

/// The days a claim speaks of. Without a day the claim is about the last map, without a baseline it
/// is counted from the first.
struct Window {
    std::optional<Date> since;
    std::optional<Date> end;
    /// A map to leave out, as if it did not exist.
    std::optional<std::size_t> without = std::nullopt;
};

/// Two maps by index, the baseline's first; the same twice where what one of them holds is meant.
using Maps = std::pair<std::size_t, std::size_t>;

/// The maps around the ends of a window.
struct Frame {
    Date since; ///< as used
    Date end;
    AsOf base; ///< around the baseline; empty for `held`
    AsOf last; ///< around the end
    /// Every choice of them.
    std::vector<Maps> choices;
};

/// `until`: for each map the last day on which it still was what the source showed, as a file of
/// that day repeats it; on these days it is the map of the very day. May be empty.
Frame frame_of(std::span<const Date> days, Measure measure, const Window& window,
               std::span<const Date> until = {});

/// Whether there are maps on both sides of the window's ends.
bool is_bounded(const Frame& frame, Measure measure);

/// The map that a bracket's values are counted from: the baseline's own, else the last one before
/// it, else the first one after it.
std::optional<std::size_t> main_baseline(const AsOf& base);

/// A window whose day or baseline is another than the claim's.
struct ShiftedWindow {
    Shift::Of of = Shift::Of::day;
    int days = 0;
    bool plausible = false; ///< Shift::plausible
    Date date;              ///< the shifted day
    Window window;
};

/// Up to `most_days` earlier and later, first of the day, then of the baseline; and every other
/// baseline that the claim may be counted from: those of the case, and, where the maps reach back
/// to it, the first of the month that ends with the window ("since the start of the month"). No
/// other is the day that a change runs to.
std::vector<ShiftedWindow> shifted_windows(const Claim& claim, const Frame& main,
                                           std::span<const Date> days, int most_days);

} // namespace engine
