// SPDX-License-Identifier: MIT
#include "engine/measure/evaluation.hpp"

#include <algorithm>

namespace engine {
namespace {

using shapes::Area;

/// Opens the interval where no map bounds the window. A lost or gained area cannot be below 0 and,
/// while land changes hands in one direction, not below what the maps inside the window saw.
void open_ends(Interval& interval, Measure measure, bool bounded) {
    if (bounded) {
        return;
    }
    interval.high.reset();
    if (measure == Measure::net) {
        interval.low.reset();
    } else if (!interval.low) {
        interval.low = Area{};
    }
}

void evaluate_held(const Measurements& measured, ControlClass level, Evaluation& e) {
    const AsOf& last = e.frame.last;
    const auto held = [&](std::size_t map) {
        return measured.pair({map, map, level}).held.value();
    };
    for (const Maps& maps : e.frame.choices) {
        e.values[maps] = held(maps.second);
        widen(e.interval, e.values[maps]);
    }
    if (!last.before || !last.after) {
        e.interval = {}; // before the first or after the last map anything may be held
    }
    const auto dated = [&](std::optional<std::size_t> map) {
        return map ? std::optional(DatedArea{measured.day(*map), held(*map)}) : std::nullopt;
    };
    e.bracket = {dated(last.before), dated(last.after)};
    if (last.exact) {
        e.best = held(*last.exact);
    }
}

void evaluate_change(const Measurements& measured, Measure measure, ControlClass level,
                     Evaluation& e) {
    const auto& [since, end, base, last, choices] = e.frame;
    for (const Maps& maps : choices) {
        const shapes::ChangeArea& change =
            measured.pair({maps.first, maps.second, level}).change.value().area;
        e.values[maps] = value_of(change, measure);
        widen(e.interval, e.values[maps]);
        if (measure != Measure::net) {
            widen(e.opposite, measure == Measure::lost ? change.gained : change.lost);
        }
    }
    const bool bounded = base.before && last.after;
    open_ends(e.interval, measure, bounded);
    open_ends(e.opposite, measure, bounded);
    const auto from = main_baseline(base);
    const auto dated = [&](std::optional<std::size_t> map) {
        return map && from && *from <= *map
                   ? std::optional(DatedArea{measured.day(*map), e.values.at({*from, *map})})
                   : std::nullopt;
    };
    e.bracket = {dated(last.before), dated(last.after)};
    if (base.exact && last.exact && *base.exact <= *last.exact) {
        e.best = e.values.at({*base.exact, *last.exact});
    }
}

} // namespace

void widen(Interval& interval, Area value) {
    interval.low = interval.low ? std::min(*interval.low, value) : value;
    interval.high = interval.high ? std::max(*interval.high, value) : value;
}

Evaluation evaluate(const Measurements& measured, Measure measure, const Window& window,
                    ControlClass level) {
    Evaluation e;
    e.frame = frame_of(measured.maps().days, measure, window, measured.maps().until);
    if (measure == Measure::held) {
        evaluate_held(measured, level, e);
    } else {
        evaluate_change(measured, measure, level, e);
    }
    return e;
}

} // namespace engine
