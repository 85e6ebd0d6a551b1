// SPDX-License-Identifier: MIT
// What stands beside a verdict: other days, other classes, the regions, the alarms.
#include "engine/judge/judge.hpp"
#include "engine/measure/alarms_within.hpp"

#include <algorithm>

namespace engine {

using shapes::Area;

/// Every choice of maps is simulated; the truth may lie wherever one of them allows.
std::optional<SimulatedInterval> Judge::simulated(const Evaluation& e) const {
    if (!options_.simulation) {
        return std::nullopt;
    }
    std::optional<SimulatedInterval> all;
    for (const auto& [before, after] : e.frame.choices) {
        const BoundaryError* error = view_.inside.error({before, after, options_.level},
                                                        claim_.measure, options_.error_model);
        if (error == nullptr) {
            return std::nullopt;
        }
        const SimulatedError& one = *error->simulated;
        if (!all) {
            all = SimulatedInterval{error->model, one.runs, options_.simulation->seed,
                                    one.sigma,    one.bias, {one.low, one.high},
                                    false};
        }
        if (all->sigma < one.sigma) {
            all->sigma = one.sigma;
            all->bias = one.bias;
        }
        all->interval.low = std::min(*all->interval.low, one.low);
        all->interval.high = std::max(*all->interval.high, one.high);
        all->replaces_first_order = all->replaces_first_order || !error->first_order_valid;
    }
    if (all && !e.interval.low) {
        all->interval.low.reset();
    }
    if (all && !e.interval.high) {
        all->interval.high.reset();
    }
    return all;
}

std::vector<ClassTotal> Judge::classes(const Window& window) const {
    std::vector<ClassTotal> totals;
    for (const ControlClass level : kControlClasses) {
        const auto& drawn = view_.inside.maps().levels;
        if (level == options_.level || std::ranges::find(drawn, level) != drawn.end()) {
            const Evaluation e = evaluate_at(window, level);
            const BoundaryError* error = error_of(e, options_.error_model, level);
            totals.push_back({level, e.interval, verdict_of(e, level),
                              error != nullptr ? std::optional(error->sigma) : std::nullopt});
        }
    }
    return totals;
}

std::vector<Shift> Judge::sensitivity(const Evaluation& main) const {
    std::vector<Shift> shifts;
    for (const ShiftedWindow& shifted :
         shifted_windows(claim_, main.frame, view_.inside.maps().days, options_.sensitivity_days)) {
        const Evaluation e = evaluate_at(shifted.window, options_.level);
        const Verdict verdict =
            breaks_in(e).empty() ? verdict_of(e, options_.level) : Verdict::undecidable;
        shifts.push_back({shifted.of, shifted.days, shifted.plausible, shifted.date, e.best,
                          e.interval, verdict});
    }
    return shifts;
}

std::optional<Reached> Judge::reached(const Evaluation& main) const {
    const Measurements& measured = view_.inside;
    if (!comparable_ || is_hidden(main)) {
        return std::nullopt;
    }
    const auto wanted = reached_of(claim_, main.frame, measured.maps(), options_.level);
    const auto map = wanted ? measured.reached(*wanted) : std::nullopt;
    return map ? std::optional(Reached{measured.day(*map - 1), measured.day(*map)}) : std::nullopt;
}

std::vector<ChangePiece> Judge::changes(const Evaluation& e) const {
    std::vector<ChangePiece> pieces;
    const auto base = main_baseline(e.frame.base);
    const Measurements& measured = view_.inside;
    const auto add = [&](std::optional<std::size_t> end) {
        if (!base || !end || *base > *end ||
            (!pieces.empty() && pieces.back().to == measured.day(*end))) {
            return;
        }
        const MeasuredPair& found = pair({*base, *end});
        const shapes::ChangeArea& area = found.change.value().area;
        pieces.push_back({measured.day(*base), measured.day(*end), found.regions->lost,
                          found.regions->gained, found.after, area.lost, area.gained, area.after});
    };
    add(e.frame.last.before);
    add(e.frame.last.after);
    return pieces;
}

/// The alarms about maps that the verdict rests on, each with what it would be without that map.
std::vector<Doubt> Judge::doubts(const Evaluation& e) const {
    const KnownMaps& maps = view_.inside.maps();
    std::vector<Doubt> found;
    for (const DoubtedMap& doubted : doubted_maps(e.frame, maps.days, maps.alarms)) {
        const Evaluation without =
            evaluate_at({e.frame.since, e.frame.end, doubted.map}, options_.level);
        found.push_back({doubted.alarm, without.interval, verdict_of(without, options_.level)});
    }
    return found;
}

} // namespace engine
