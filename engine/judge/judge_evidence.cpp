// SPDX-License-Identifier: MIT
// What stands beside a verdict: other days, other classes, the regions, the alarms.
#include "engine/judge/judge.hpp"

#include <algorithm>
#include <chrono>
#include <set>

namespace engine {

using shapes::Area;

/// Every choice of maps is simulated; the truth may lie wherever one of them allows.
std::optional<SimulatedInterval> Judge::simulated(const Evaluation& e) const {
    std::optional<SimulatedInterval> all;
    for (const auto& [pair, value] : e.values) {
        const BoundaryError* error =
            view_.inside.simulated(pair.first, pair.second, claim_.measure, options_.level);
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

/// A level counts where the source draws its class. A source with one file per class must have it
/// on every day, or the missing file would pass for a loss.
bool Judge::draws(ControlClass level) const {
    const auto has = [&](const Snapshot& s) { return s.boundary.has(level); };
    const auto& snapshots = view_.inside.timeline().snapshots;
    return view_.parts ? std::ranges::all_of(snapshots, has) : std::ranges::any_of(snapshots, has);
}

std::vector<ClassTotal> Judge::classes(const Window& window) const {
    std::vector<ClassTotal> totals;
    for (const ControlClass level : kControlClasses) {
        if (level == options_.level || draws(level)) {
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
    const auto add = [&](Shift::Of of, int days) {
        const bool end = of == Shift::Of::day;
        const Date shifted = (end ? main.end : main.since).plus_days(days);
        const Window window{end ? main.since : shifted, end ? shifted : main.end};
        if (claim_.measure != Measure::held && *window.end < *window.since) {
            return;
        }
        const Evaluation e = evaluate_at(window, options_.level);
        shifts.push_back(
            {of, days, false, shifted, e.best, e.interval, verdict_of(e, options_.level)});
    };
    for (const Shift::Of of : {Shift::Of::day, Shift::Of::baseline}) {
        if (of == Shift::Of::baseline && claim_.measure == Measure::held) {
            continue;
        }
        for (int days = -options_.sensitivity_days; days <= options_.sensitivity_days; ++days) {
            if (days != 0) {
                add(of, days);
            }
        }
    }
    for (const Date day : plausible_baselines(main)) {
        add(Shift::Of::baseline, day - main.since);
        shifts.back().plausible = true;
    }
    return shifts;
}

/// The days of the case, and, where the maps reach back to it, the first of the month: "since the
/// start of the month".
std::vector<Date> Judge::plausible_baselines(const Evaluation& main) const {
    if (claim_.measure == Measure::held) {
        return {};
    }
    std::vector<Date> days = claim_.baselines;
    const std::chrono::year_month_day end(main.end.days());
    const Date month{std::chrono::sys_days(end.year() / end.month() / 1)};
    if (month >= view_.inside.timeline().snapshots.front().date) {
        days.push_back(month);
    }
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::erase_if(days, [&](Date day) { return day == main.since || day > main.end; });
    return days;
}

/// The first map after the baseline's whose change is as large as was stated. Changes are small
/// against the maps, so a quarter of a year of daily maps takes a moment.
std::optional<Reached> Judge::reached(const Evaluation& main) const {
    constexpr int kDays = 92;
    const auto base = main_baseline(main.base);
    if (claim_.measure == Measure::held || !base) {
        return std::nullopt;
    }
    const auto& snapshots = view_.inside.timeline().snapshots;
    for (std::size_t i = *base + 1; i < snapshots.size(); ++i) {
        if (snapshots[i].date - main.end > kDays) {
            break;
        }
        const shapes::ChangeArea& change = view_.inside.change(*base, i, options_.level).area;
        const Area value = sign_ * value_of(change, claim_.measure);
        if (value.km2() >= *claim_.figure.figure_km2) {
            return Reached{snapshots[i - 1].date, snapshots[i].date};
        }
    }
    return std::nullopt;
}

std::vector<ChangePiece> Judge::changes(const Evaluation& e) const {
    std::vector<ChangePiece> pieces;
    const auto base = main_baseline(e.base);
    const auto& snapshots = view_.inside.timeline().snapshots;
    const auto add = [&](std::optional<std::size_t> end) {
        if (!base || !end || *base > *end ||
            (!pieces.empty() && pieces.back().to == snapshots[*end].date)) {
            return;
        }
        const auto& after = view_.inside.region(*end, options_.level);
        const auto& regions = view_.inside.change_regions(*base, *end, options_.level);
        const auto& area = view_.inside.change(*base, *end, options_.level).area;
        pieces.push_back({snapshots[*base].date, snapshots[*end].date, regions.lost, regions.gained,
                          after, area.lost, area.gained, area.after});
    };
    add(e.last.before);
    add(e.last.after);
    return pieces;
}

/// The alarms about maps that the verdict rests on, each with what it would be without that map.
std::vector<Doubt> Judge::doubts(const Evaluation& e) const {
    std::vector<Doubt> found;
    if (view_.alarms == nullptr) {
        return found;
    }
    std::set<std::size_t> used;
    for (const auto& [pair, value] : e.values) {
        used.insert({pair.first, pair.second});
    }
    for (const Alarm& alarm : *view_.alarms) {
        for (const std::size_t i : used) {
            if (casts_doubt(alarm) && alarm.date == view_.inside.timeline().snapshots[i].date) {
                const Evaluation without = evaluate_at({e.since, e.end, i}, options_.level);
                found.push_back({alarm, without.interval, verdict_of(without, options_.level)});
            }
        }
    }
    return found;
}

} // namespace engine
