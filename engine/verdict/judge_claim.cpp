// SPDX-License-Identifier: MIT
#include "engine/verdict/judge_claim.hpp"

#include "engine/uncertainty/probability.hpp"
#include "engine/verdict/reasons.hpp"
#include "engine/verdict/thresholds.hpp"
#include "shapes/change/change_regions.hpp"

#include <algorithm>
#include <chrono>
#include <set>

namespace engine {
namespace {

using shapes::Area;

Interval times(double sign, const Interval& interval) {
    if (sign > 0.0) {
        return interval;
    }
    const auto negated = [](const std::optional<Area>& value) {
        return value ? std::optional(-*value) : std::nullopt;
    };
    return {negated(interval.high), negated(interval.low)};
}

ErrorModel other(ErrorModel model) {
    return model == ErrorModel::redrawn ? ErrorModel::retraced : ErrorModel::redrawn;
}

/// Compares, and tells where the change went the other way.
class Judge {
  public:
    Judge(const Claim& claim, const SourceView& view, const VerifyOptions& options)
        : claim_(claim), view_(view), options_(options), sign_(sign_of(claim)),
          strict_(*claim.figure.strict), lenient_(*claim.figure.lenient) {}

    JudgedClaim run();

  private:
    Evaluation evaluate_at(const Window& window, ControlClass level) const {
        return evaluate(view_.inside, claim_.measure, window, level);
    }
    Verdict verdict_of(const Evaluation& e, ControlClass level) const;
    const BoundaryError* error_of(const Evaluation& e, ErrorModel model, ControlClass level) const;
    std::optional<Probability> probability(const Evaluation& e, const Band& band,
                                           ControlClass level) const;
    Interval corrected(const Evaluation& e, ControlClass level) const;
    std::optional<SimulatedInterval> simulated(const Evaluation& e) const;
    bool other_way(const Evaluation& e) const;
    bool elsewhere(const Evaluation& e, ControlClass level) const;
    std::vector<ClassTotal> classes(const Window& window) const;
    bool draws(ControlClass level) const;
    std::vector<Shift> sensitivity(const Evaluation& main) const;
    std::vector<Date> plausible_baselines(const Evaluation& main) const;
    std::optional<Reached> reached(const Evaluation& main) const;
    std::vector<ChangePiece> changes(const Evaluation& e) const;
    std::vector<Doubt> doubts(const Evaluation& e) const;

    const Claim& claim_;
    const SourceView& view_;
    const VerifyOptions& options_;
    double sign_;
    Band strict_;
    Band lenient_;
};

/// All that may have happened is a larger change the other way.
bool Judge::other_way(const Evaluation& e) const {
    const Interval measured = times(sign_, e.interval);
    const Area least = Area::from_km2(thresholds().opposite_share * lenient_.low_km2);
    if (!measured.high || least <= Area{}) {
        return false;
    }
    switch (claim_.measure) {
    case Measure::held:
        return false;
    case Measure::net:
        return *measured.high <= -least;
    case Measure::lost:
    case Measure::gained:
        break;
    }
    return e.opposite.low && *e.opposite.low - *measured.high >= least;
}

/// Next to nothing happened in the place named, while much did outside it.
bool Judge::elsewhere(const Evaluation& e, ControlClass level) const {
    if (view_.everywhere == nullptr || claim_.measure == Measure::held) {
        return false;
    }
    const Evaluation all = evaluate(*view_.everywhere, claim_.measure, {e.since, e.end}, level);
    const Interval here = times(sign_, e.interval);
    const Interval there = times(sign_, all.interval);
    return here.high && there.low &&
           here.high->km2() <= thresholds().nothing_share * lenient_.low_km2 &&
           (*there.low - *here.high).km2() >= thresholds().elsewhere_share * lenient_.low_km2;
}

/// The largest error over the choices of maps; nullptr where the accuracy is not known.
const BoundaryError* Judge::error_of(const Evaluation& e, ErrorModel model,
                                     ControlClass level) const {
    const BoundaryError* largest = nullptr;
    for (const auto& [pair, value] : e.values) {
        const BoundaryError* error =
            view_.inside.error(pair.first, pair.second, claim_.measure, model, level);
        if (error != nullptr && (largest == nullptr || largest->sigma < error->sigma)) {
            largest = error;
        }
    }
    return largest;
}

/// What the maps allow, without the slivers of lines that were traced twice.
Interval Judge::corrected(const Evaluation& e, ControlClass level) const {
    Interval interval = e.interval;
    if (const BoundaryError* error = error_of(e, options_.error_model, level)) {
        const auto less = [&](std::optional<Area>& end) {
            if (end) {
                *end = *end - error->correction;
            }
        };
        less(interval.low);
        less(interval.high);
    }
    return interval;
}

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

std::optional<Probability> Judge::probability(const Evaluation& e, const Band& band,
                                              ControlClass level) const {
    const BoundaryError* error = error_of(e, options_.error_model, level);
    const shapes::Area sigma = error != nullptr ? error->sigma : shapes::Area();
    const shapes::Area correction = error != nullptr ? error->correction : shapes::Area();
    return band_probability(times(sign_, e.interval), sigma, sign_ * correction, band);
}

/// Where what the maps allow lies on one side of the band, the boundary error may still leave it
/// open; where it lies on both sides, no probability closes it, because nothing is known of how
/// land changed hands between two maps.
Verdict Judge::verdict_of(const Evaluation& e, ControlClass level) const {
    const Verdict verdict = compare(times(sign_, corrected(e, level)), lenient_);
    if (verdict == Verdict::overstated && (other_way(e) || elsewhere(e, level))) {
        return Verdict::contradicted;
    }
    const auto p = probability(e, lenient_, level);
    if (!p) {
        return verdict;
    }
    const bool decided =
        verdict == Verdict::overstated    ? p->overstated >= thresholds().decide_probability
        : verdict == Verdict::understated ? p->understated >= thresholds().decide_probability
        : verdict == Verdict::consistent  ? p->consistent >= thresholds().agree_probability
                                          : false;
    return decided ? verdict : Verdict::undecidable;
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
        const auto& before = view_.inside.region(*base, options_.level);
        const auto& after = view_.inside.region(*end, options_.level);
        const auto regions = shapes::change_regions(before, after);
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

JudgedClaim Judge::run() {
    const Window window{claim_.since, claim_.end()};
    const Evaluation e = evaluate_at(window, options_.level);
    JudgedClaim judged;
    SourceVerdict& r = judged.result;
    r.measured.simulated = simulated(e);
    r.source = view_.inside.timeline().source;
    r.measured.best = e.best;
    r.measured.interval = e.interval;
    r.measured.bracket = e.bracket;
    const auto date_of = [&](std::optional<std::size_t> i) {
        return i ? std::optional(view_.inside.timeline().snapshots[*i].date) : std::nullopt;
    };
    r.measured.baseline_before = date_of(e.base.before);
    r.measured.baseline_after = date_of(e.base.after);
    r.measured.classes = classes(window);
    r.verdict = verdict_of(e, options_.level);
    r.strict_verdict = r.verdict == Verdict::contradicted
                           ? r.verdict
                           : compare(times(sign_, corrected(e, options_.level)), strict_);
    r.probability = probability(e, lenient_, options_.level);
    r.strict_probability = probability(e, strict_, options_.level);
    for (const ErrorModel model : {options_.error_model, other(options_.error_model)}) {
        if (const BoundaryError* error = error_of(e, model, options_.level)) {
            r.measured.errors.push_back(*error);
        }
    }
    if (!r.measured.errors.empty()) {
        r.measured.sigma = r.measured.errors.front().sigma;
    }
    if (e.best && sign_ * e.best->km2() > 0.0) {
        r.ratio = *claim_.figure.figure_km2 / (sign_ * e.best->km2());
    }
    r.day_assumed = !claim_.end();
    r.baseline_assumed = !claim_.since && claim_.measure != Measure::held;
    r.sensitivity = sensitivity(e);
    r.reached = reached(e);
    r.changes = changes(e);
    const bool went_other_way = other_way(e);
    explain(r,
            {claim_, e, view_.inside.timeline(), sign_, went_other_way, options_.level,
             compare(times(sign_, corrected(e, options_.level)), lenient_) != Verdict::undecidable,
             doubts(e), Language::of(options_.reasons_lang)});
    for (const auto& [pair, value] : e.values) {
        judged.differences.push_back(pair);
    }
    return judged;
}

} // namespace

double sign_of(const Claim& claim) {
    return claim.measure == Measure::net && claim.figure.direction == ClaimDirection::kLost ? -1.0
                                                                                            : 1.0;
}

JudgedClaim judge_claim(const Claim& claim, const SourceView& view, const VerifyOptions& options) {
    return Judge(claim, view, options).run();
}

} // namespace engine
