// SPDX-License-Identifier: MIT
#include "engine/measure/window.hpp"

#include <algorithm>
#include <chrono>

namespace engine {
namespace {

/// The maps around a day, one of them left out.
AsOf around(std::span<const Date> days, std::span<const Date> until, Date day,
            std::optional<std::size_t> without) {
    AsOf found = as_of(days, day);
    if (!found.exact && found.before && *found.before < until.size() &&
        day <= until[*found.before]) {
        found.exact = found.after = found.before;
    }
    if (!without) {
        return found;
    }
    if (found.exact == without) {
        found.exact.reset();
    }
    if (found.before == without) {
        found.before = *without > 0 ? std::optional(*without - 1) : std::nullopt;
    }
    if (found.after == without) {
        found.after = *without + 1 < days.size() ? std::optional(*without + 1) : std::nullopt;
    }
    return found;
}

std::vector<std::size_t> sides(const AsOf& as_of) {
    std::vector<std::size_t> found;
    if (as_of.before) {
        found.push_back(*as_of.before);
    }
    if (as_of.after && as_of.after != as_of.before) {
        found.push_back(*as_of.after);
    }
    return found;
}

std::vector<Date> plausible_baselines(const Claim& claim, const Frame& main,
                                      std::span<const Date> days) {
    std::vector<Date> found = claim.baselines;
    const std::chrono::year_month_day end(main.end.plus_days(-1).days());
    const Date month{std::chrono::sys_days(end.year() / end.month() / 1)};
    if (month >= days.front()) {
        found.push_back(month);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found, [&](Date day) { return day == main.since || day > main.end; });
    return found;
}

} // namespace

Frame frame_of(std::span<const Date> days, Measure measure, const Window& window,
               std::span<const Date> until) {
    Frame frame;
    frame.end = window.end.value_or(days.back());
    frame.since = window.since.value_or(days.front());
    frame.last = around(days, until, frame.end, window.without);
    if (measure == Measure::held) {
        for (const std::size_t map : sides(frame.last)) {
            frame.choices.emplace_back(map, map);
        }
        return frame;
    }
    frame.base = around(days, until, frame.since, window.without);
    if (frame.base.exact && frame.base.exact == frame.last.exact && frame.since < frame.end) {
        frame.last = around(days, {}, frame.end, window.without); // a repeat tells of no change
    }
    for (const std::size_t before : sides(frame.base)) {
        for (const std::size_t after : sides(frame.last)) {
            if (before <= after) { // both ends in one gap: the map behind it is after the end too
                frame.choices.emplace_back(before, after);
            }
        }
    }
    return frame;
}

bool is_bounded(const Frame& frame, Measure measure) {
    const auto bounded = [](const AsOf& a) { return a.before && a.after; };
    return bounded(frame.last) && (measure == Measure::held || bounded(frame.base));
}

std::optional<std::size_t> main_baseline(const AsOf& base) {
    return base.before ? base.before : base.after;
}

std::vector<ShiftedWindow> shifted_windows(const Claim& claim, const Frame& main,
                                           std::span<const Date> days, int most_days) {
    const bool held = claim.measure == Measure::held;
    std::vector<ShiftedWindow> found;
    const auto add = [&](Shift::Of of, int by, bool plausible) {
        const bool end = of == Shift::Of::day;
        const Date day = (end ? main.end : main.since).plus_days(by);
        const Window window{end ? main.since : day, end ? day : main.end};
        // From a map to itself nothing changes; but what the case names is told.
        if (held || plausible || *window.since < *window.end) {
            found.push_back({of, by, plausible, day, window});
        }
    };
    for (const Shift::Of of : {Shift::Of::day, Shift::Of::baseline}) {
        for (int by = -most_days; by <= most_days; ++by) {
            if (by != 0 && (of == Shift::Of::day || !held)) {
                add(of, by, false);
            }
        }
    }
    if (!held) {
        for (const Date day : plausible_baselines(claim, main, days)) {
            add(Shift::Of::baseline, day - main.since, true);
        }
    }
    return found;
}

} // namespace engine
