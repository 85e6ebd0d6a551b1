// SPDX-License-Identifier: MIT
#include "engine/judge/source_maps.hpp"

#include "engine/uncertainty/outline.hpp"
#include "engine/verdict/fixed_outline.hpp"

#include <algorithm>

namespace engine {
namespace {

using shapes::Area;

std::vector<std::size_t> choices(const AsOf& as_of) {
    std::vector<std::size_t> found;
    if (as_of.before) {
        found.push_back(*as_of.before);
    }
    if (as_of.after && as_of.after != as_of.before) {
        found.push_back(*as_of.after);
    }
    return found;
}

void widen(Interval& interval, Area value) {
    interval.low = interval.low ? std::min(*interval.low, value) : value;
    interval.high = interval.high ? std::max(*interval.high, value) : value;
}

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

void evaluate_held(SourceMaps& maps, ControlClass level, Evaluation& e) {
    for (const std::size_t i : choices(e.last)) {
        const Area value = maps.held(i, level);
        e.values[{i, i}] = value;
        widen(e.interval, value);
    }
    if (!e.last.before || !e.last.after) {
        e.interval = {}; // before the first or after the last map anything may be held
    }
    const auto dated = [&](std::optional<std::size_t> i) -> std::optional<DatedArea> {
        if (!i) {
            return std::nullopt;
        }
        return DatedArea{maps.timeline().snapshots[*i].date, maps.held(*i, level)};
    };
    e.bracket = {dated(e.last.before), dated(e.last.after)};
    if (e.last.exact) {
        e.best = maps.held(*e.last.exact, level);
    }
}

void evaluate_change(SourceMaps& maps, Measure measure, ControlClass level, Evaluation& e) {
    for (const std::size_t b : choices(e.base)) {
        for (const std::size_t a : choices(e.last)) {
            if (b > a) {
                continue; // both ends in one gap: the map after the baseline is after the end too
            }
            const shapes::ChangeArea& change = maps.change(b, a, level).area;
            const Area value = value_of(change, measure);
            e.values[{b, a}] = value;
            widen(e.interval, value);
            if (measure != Measure::net) {
                widen(e.opposite, measure == Measure::lost ? change.gained : change.lost);
            }
        }
    }
    const bool bounded = e.base.before && e.last.after;
    open_ends(e.interval, measure, bounded);
    open_ends(e.opposite, measure, bounded);
    const auto base = main_baseline(e.base);
    const auto dated = [&](std::optional<std::size_t> i) -> std::optional<DatedArea> {
        if (!i || !base || *base > *i) {
            return std::nullopt;
        }
        return DatedArea{maps.timeline().snapshots[*i].date,
                         value_of(maps.change(*base, *i, level).area, measure)};
    };
    e.bracket = {dated(e.last.before), dated(e.last.after)};
    if (e.base.exact && e.last.exact && *e.base.exact <= *e.last.exact) {
        e.best = e.values.at({*e.base.exact, *e.last.exact});
    }
}

} // namespace

SourceMaps::SourceMaps(const Timeline& timeline, const shapes::ValidRegion* within,
                       const std::optional<SourceAccuracy>& accuracy, shapes::EdgeModel edges,
                       int threads)
    : timeline_(timeline), within_(within), edges_(edges), threads_(threads), accuracy_(accuracy) {}

ControlClass SourceMaps::settle(std::size_t a, std::size_t b, ControlClass level) const {
    const auto draws = [&](std::size_t i, ControlClass c) {
        return timeline_.snapshots[i].boundary.has(c);
    };
    while (level != ControlClass::confirmed && !draws(a, level) && !draws(b, level)) {
        level = static_cast<ControlClass>(index(level) - 1);
    }
    return level;
}

const shapes::ValidRegion& SourceMaps::region(std::size_t snapshot, ControlClass level) {
    const shapes::ValidRegion& held = timeline_.snapshots[snapshot].boundary.held_at(level);
    if (within_ == nullptr) {
        return held;
    }
    const auto [entry, is_new] = regions_.try_emplace({snapshot, level});
    if (is_new) {
        entry->second = shapes::intersection(held, *within_);
    }
    return entry->second;
}

Area SourceMaps::held(std::size_t snapshot, ControlClass level) {
    level = settle(snapshot, snapshot, level);
    const auto [entry, is_new] = held_.try_emplace({snapshot, level});
    if (is_new) {
        entry->second = shapes::ellipsoidal_area(region(snapshot, level), edges_);
    }
    return entry->second;
}

const Change& SourceMaps::change(std::size_t before, std::size_t after, ControlClass level) {
    level = settle(before, after, level);
    const auto [entry, is_new] = changes_.try_emplace({before, after, level});
    if (is_new) {
        entry->second =
            measure_change(region(before, level), region(after, level), edges_, threads_);
    }
    return entry->second;
}

const shapes::ChangeRegions& SourceMaps::change_regions(std::size_t before, std::size_t after,
                                                        ControlClass level) {
    level = settle(before, after, level);
    const auto [entry, is_new] = change_regions_.try_emplace({before, after, level});
    if (is_new) {
        entry->second = shapes::change_regions(region(before, level), region(after, level));
    }
    return entry->second;
}

/// The outline given, else what two maps far apart in time draw alike, and that of the region of
/// interest do not move.
const EdgeSet& SourceMaps::fixed(ControlClass level) {
    const auto [entry, is_new] = fixed_.try_emplace(level);
    if (is_new) {
        const std::size_t last = timeline_.snapshots.size() - 1;
        if (outline_ != nullptr) {
            std::vector<shapes::ValidRegion> all;
            for (std::size_t i = 0; i <= last; ++i) {
                all.push_back(region(i, level));
            }
            entry->second = edges_along(*outline_, all, accuracy_->at(level).position_sigma_km);
        } else if (is_far_apart(timeline_)) {
            entry->second = shared_edges(region(0, level), region(last, level));
        }
        if (within_ != nullptr) {
            entry->second.add(EdgeSet(within_->region()));
        }
    }
    return entry->second;
}

const BoundaryError* SourceMaps::error(std::size_t before, std::size_t after, Measure measure,
                                       ErrorModel model, ControlClass level) {
    if (!accuracy_) {
        return nullptr;
    }
    level = settle(before, after, level);
    const auto [entry, is_new] = errors_.try_emplace({before, after, measure, model, level});
    BoundaryError& error = entry->second;
    if (!is_new) {
        return &error;
    }
    if (before == after && measure != Measure::held) {
        error.model = model; // a map differs from itself by nothing, however it was drawn
        return &error;
    }
    const bool one_way = measure == Measure::lost || measure == Measure::gained;
    const shapes::ChangeRegions none;
    error = boundary_error(region(before, level), region(after, level),
                           one_way ? change_regions(before, after, level) : none, measure, model,
                           accuracy_->at(level), fixed(level));
    if (simulation_ && model == simulated_model_ && !error.first_order_valid) {
        simulate_into(error, before, after, measure, level);
    }
    return &error;
}

const BoundaryError* SourceMaps::simulated(std::size_t before, std::size_t after, Measure measure,
                                           ControlClass level) {
    if (!accuracy_ || !simulation_) {
        return nullptr;
    }
    level = settle(before, after, level);
    error(before, after, measure, simulated_model_, level);
    BoundaryError& found = errors_.at({before, after, measure, simulated_model_, level});
    if (!found.simulated) {
        simulate_into(found, before, after, measure, level);
    }
    return &found;
}

void SourceMaps::simulate_into(BoundaryError& error, std::size_t before, std::size_t after,
                               Measure measure, ControlClass level) {
    const bool held = measure == Measure::held;
    const Area value = held ? shapes::ellipsoidal_area(region(after, level))
                            : value_of(change(before, after, level).straight, measure);
    if (before == after && !held) {
        error.simulated = SimulatedError{simulation_->runs, {}, {}, value, value};
        return;
    }
    // One simulation gives all measures of a pair.
    const auto [entry, is_new] = simulations_.try_emplace({before, after, level});
    if (is_new) {
        entry->second = simulate(region(before, level), region(after, level), simulated_model_,
                                 accuracy_->at(level), fixed(level), *simulation_);
    }
    const Distribution& runs = entry->second.of(measure);
    const bool redrawn = simulated_model_ == ErrorModel::redrawn;
    const Area correction = redrawn ? Area::from_km2(runs.mean_km2()) - value : error.correction;
    error.simulated = simulated_error(runs, value, correction, measure == Measure::net);
    if (!error.first_order_valid) {
        error.sigma = error.simulated->sigma;
        error.bias = error.simulated->bias;
        error.correction = correction;
    }
}

std::optional<std::size_t> main_baseline(const AsOf& base) {
    return base.before ? base.before : base.after;
}

/// The snapshots around a day, one of them left out.
static AsOf as_of(const Timeline& timeline, Date day, std::optional<std::size_t> without) {
    AsOf found = timeline.as_of(day);
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
        found.after =
            *without + 1 < timeline.snapshots.size() ? std::optional(*without + 1) : std::nullopt;
    }
    return found;
}

Evaluation evaluate(SourceMaps& maps, Measure measure, const Window& window, ControlClass level) {
    const Timeline& timeline = maps.timeline();
    Evaluation e;
    e.end = window.end.value_or(timeline.snapshots.back().date);
    e.since = window.since.value_or(timeline.snapshots.front().date);
    e.last = as_of(timeline, e.end, window.without);
    if (measure == Measure::held) {
        evaluate_held(maps, level, e);
    } else {
        e.base = as_of(timeline, e.since, window.without);
        evaluate_change(maps, measure, level, e);
    }
    return e;
}

} // namespace engine
