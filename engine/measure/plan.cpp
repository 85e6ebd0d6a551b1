// SPDX-License-Identifier: MIT
#include "engine/measure/plan.hpp"

#include "engine/measure/alarms_within.hpp"
#include "engine/verdict/stated_claim.hpp"

#include <algorithm>
#include <iterator>

namespace engine {
namespace {

/// Writes down what a claim needs, question by question.
class Planner {
  public:
    Planner(const Claim& claim, const KnownMaps& maps, bool in_region, const VerifyOptions& options)
        : claim_(claim), maps_(maps), in_region_(in_region), options_(options) {}

    ClaimPlan run() {
        const Window window{claim_.since, claim_.end()};
        const Frame main = frame(window);
        want_verdict(window, options_.level);
        for (const ControlClass level : maps_.levels) {
            want_verdict(window, level);
        }
        const auto shifts = shifted_windows(claim_, main, maps_.days, options_.sensitivity_days);
        for (const ShiftedWindow& shifted : shifts) {
            want_verdict(shifted.window, options_.level);
        }
        for (const DoubtedMap& doubted : doubted_maps(main, maps_.days, maps_.alarms)) {
            want_verdict({main.since, main.end, doubted.map}, options_.level);
        }
        want_evidence(main);
        want_readings(main);
        want_regions(main);
        return std::move(plan_);
    }

  private:
    Frame frame(const Window& window) const {
        return frame_of(maps_.days, claim_.measure, window, maps_.until);
    }
    Wanted& of(const Maps& maps, ControlClass level) {
        return plan_.inside.pairs[{maps.first, maps.second, level}];
    }

    /// The measure, its error, and whether it happened elsewhere.
    void want_verdict(const Window& window, ControlClass level) {
        const bool held = claim_.measure == Measure::held;
        const Frame in = frame(window);
        for (const Maps& maps : in.choices) {
            Wanted& wanted = of(maps, level);
            (held ? wanted.held : wanted.change) = true;
            wanted.errors.emplace(claim_.measure, options_.error_model);
        }
        if (!in_region_ || held) {
            return;
        }
        for (const auto& [before, after] : frame({in.since, in.end}).choices) {
            plan_.everywhere.pairs[{before, after, level}].change = true;
        }
    }

    /// The error under the other model, by simulation where one was asked for, and the second
    /// opinion. A map differs from itself by nothing, which needs no check.
    void want_evidence(const Frame& main) {
        for (const Maps& maps : main.choices) {
            Wanted& wanted = of(maps, options_.level);
            wanted.errors.emplace(claim_.measure, other_model(options_.error_model));
            if (options_.simulation) {
                wanted.simulated.insert(claim_.measure);
            }
            wanted.second_opinion = maps.first != maps.second || claim_.measure == Measure::held;
        }
    }

    /// What else "lost" can mean, and the value without breaks.
    void want_readings(const Frame& main) {
        const bool net_in_region = in_region_ && claim_.measure == Measure::net;
        plan_.inside.rows =
            (is_one_way(claim_.measure) || net_in_region) && is_bounded(main, claim_.measure);
        for (const EverChanged& ever : ever_of(claim_, main, options_.level)) {
            plan_.inside.ever.insert(ever);
        }
        if (const auto reached = reached_of(claim_, main, maps_, options_.level)) {
            plan_.inside.reached.insert(*reached);
        }
        const auto breaks = breaks_within(main, claim_.measure, maps_.days, maps_.alarms);
        if (breaks.empty()) {
            return;
        }
        for (const Maps& maps : main.choices) {
            for (const Maps& stretch : stretches(maps, breaks, maps_.days)) {
                of(stretch, options_.level).change = true;
            }
        }
    }

    /// What maps show of the change: from the baseline to both ends of the bracket.
    void want_regions(const Frame& main) {
        const auto base = main_baseline(main.base);
        for (const auto end : {main.last.before, main.last.after}) {
            if (base && end && *base <= *end) {
                Wanted& wanted = of({*base, *end}, options_.level);
                wanted.regions = wanted.change = true; // each piece is told with its area
            }
        }
    }

    const Claim& claim_;
    const KnownMaps& maps_;
    bool in_region_;
    const VerifyOptions& options_;
    ClaimPlan plan_;
};

/// The last day on which a map that tells no day of its own was still what the source showed: a
/// file repeats it. A longer silence says that nobody looked rather than that nothing changed.
Date shown_until(const Snapshot& snapshot) {
    constexpr int kMostDays = 2;
    Date until = snapshot.date;
    for (const MapFile& file : snapshot.files) {
        if (!snapshot.boundary.map_date && file.file_date &&
            *file.file_date - snapshot.date <= kMostDays) {
            until = std::max(until, *file.file_date);
        }
    }
    return until;
}

} // namespace

KnownMaps known_maps(const SourceReport& report, bool parts) {
    const auto& snapshots = report.timeline.snapshots;
    KnownMaps known{report.timeline.days(), {}, report.alarms};
    std::ranges::transform(snapshots, std::back_inserter(known.until), shown_until);
    for (const ControlClass level : kControlClasses) {
        const auto has = [&](const Snapshot& s) { return s.boundary.has(level); };
        if (parts ? std::ranges::all_of(snapshots, has) : std::ranges::any_of(snapshots, has)) {
            known.levels.push_back(level);
        }
    }
    return known;
}

void Wanted::add(const Wanted& other) {
    held = held || other.held;
    change = change || other.change;
    regions = regions || other.regions;
    second_opinion = second_opinion || other.second_opinion;
    errors.insert(other.errors.begin(), other.errors.end());
    simulated.insert(other.simulated.begin(), other.simulated.end());
}

void Plan::add(const Plan& other) {
    for (const auto& [pair, wanted] : other.pairs) {
        pairs[pair].add(wanted);
    }
    ever.insert(other.ever.begin(), other.ever.end());
    reached.insert(other.reached.begin(), other.reached.end());
    rows = rows || other.rows;
}

ClaimPlan plan(const Claim& claim, const KnownMaps& maps, bool in_region,
               const VerifyOptions& options) {
    return Planner(claim, maps, in_region, options).run();
}

std::optional<FirstReached> reached_of(const Claim& claim, const Frame& main, const KnownMaps& maps,
                                       ControlClass level) {
    constexpr int kDays = 92; // behind the end: a quarter of a year
    const auto base = main_baseline(main.base);
    if (claim.measure == Measure::held || !base) {
        return std::nullopt;
    }
    const auto behind = std::ranges::upper_bound(maps.days, main.end.plus_days(kDays));
    const auto last = static_cast<std::size_t>(behind - maps.days.begin());
    if (last <= *base + 1) {
        return std::nullopt;
    }
    return FirstReached{*base,         last - 1,       level,
                        claim.measure, sign_of(claim), *claim.figure.figure_km2};
}

std::vector<EverChanged> ever_of(const Claim& claim, const Frame& main, ControlClass level) {
    std::vector<EverChanged> found;
    if (!is_one_way(claim.measure) || !is_bounded(main, claim.measure)) {
        return found;
    }
    for (const std::size_t from : {*main.base.before, *main.base.after}) {
        for (const std::size_t to : {*main.last.before, *main.last.after}) {
            if (from <= to) {
                found.push_back({claim.measure, {from, to, level}});
            }
        }
    }
    return found;
}

bool is_one_way(Measure measure) {
    return measure == Measure::lost || measure == Measure::gained;
}

ErrorModel other_model(ErrorModel model) {
    return model == ErrorModel::redrawn ? ErrorModel::retraced : ErrorModel::redrawn;
}

} // namespace engine
