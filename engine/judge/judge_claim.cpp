// SPDX-License-Identifier: MIT
#include "engine/judge/judge.hpp"

#include "engine/judge/ever.hpp"
#include "engine/uncertainty/probability.hpp"
#include "engine/verdict/thresholds.hpp"

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

} // namespace

/// The net change went the other way, all that the maps allow. A front moves both ways at once, so
/// a loss is not refuted by a gain elsewhere.
bool Judge::other_way(const Evaluation& e) const {
    const Interval measured = times(sign_, e.interval);
    const Area least = Area::from_km2(thresholds().opposite_share * lenient_.low_km2);
    return claim_.measure == Measure::net && measured.high && least > Area{} &&
           *measured.high <= -least;
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
Interval Judge::corrected(const Evaluation& e, ControlClass level, ErrorModel model) const {
    Interval interval = e.interval;
    if (const BoundaryError* error = error_of(e, model, level)) {
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

std::optional<Probability> Judge::probability(const Evaluation& e, const Band& band,
                                              ControlClass level) const {
    const BoundaryError* error = error_of(e, options_.error_model, level);
    const shapes::Area sigma = error != nullptr ? error->sigma : shapes::Area();
    const shapes::Area correction = error != nullptr ? error->correction : shapes::Area();
    return band_probability(times(sign_, e.interval), sigma, sign_ * correction, band);
}

Area Judge::sigma_of(const Evaluation& e, ControlClass level, ErrorModel model) const {
    const BoundaryError* error = error_of(e, model, level);
    return error != nullptr ? error->sigma : Area();
}

/// Whether the comparison would give another answer if the maps hung together otherwise.
bool Judge::other_model_turns(const Evaluation& e) const {
    const auto under = [&](ErrorModel model) {
        return decide(times(sign_, corrected(e, options_.level, model)),
                      sigma_of(e, options_.level, model), stated_)
            .verdict;
    };
    return under(options_.error_model) != under(other(options_.error_model));
}

/// The comparison, and `contradicted` where the words are about a sign or a place and the maps show
/// the reverse of what was said.
Decision Judge::decision_of(const Evaluation& e, ControlClass level) const {
    Decision d = decide(times(sign_, corrected(e, level)), sigma_of(e, level), stated_);
    if (d.verdict == Verdict::overstated && (other_way(e) || elsewhere(e, level))) {
        d.verdict = Verdict::contradicted;
    }
    return d;
}

/// Whether there are maps on both sides of the window's ends.
bool Judge::is_covered(const Evaluation& e) const {
    const auto bounded = [](const AsOf& a) { return a.before && a.after; };
    return bounded(e.last) && (claim_.measure == Measure::held || bounded(e.base));
}

/// A held area lacks what the source leaves out by definition. As a whole it is added; how much of
/// it lies in a region of interest is not known, so nothing is judged there.
void Judge::complete_held(const Evaluation& e, SourceVerdict& r) const {
    if (claim_.measure != Measure::held || view_.omits == nullptr || !r.covered) {
        return;
    }
    Area missing;
    for (const Omission& omission : *view_.omits) {
        if (omission.holds_on(e.end)) {
            r.omitted.push_back(omission);
            missing += Area::from_km2(omission.km2);
        }
    }
    if (r.omitted.empty()) {
        return;
    }
    if (view_.everywhere != nullptr) {
        r.covered = false;
        r.verdict = Verdict::undecidable;
        return;
    }
    const Interval whole{*e.interval.low + missing, *e.interval.high + missing};
    r.decision = decide(whole, sigma_of(e, options_.level), stated_);
    r.verdict = r.decision.verdict;
    r.side = side_of(whole, stated_.compared(thresholds()));
}

/// Lost and gained have two meanings (measure_readings.hpp). The words decide where they can: more
/// than was held at the baseline cannot be missing of it, so the sum is meant. Else, where the one
/// finds the claim too large and the other agrees with it, the claim stays open.
void Judge::read_otherwise(const Evaluation& e, SourceVerdict& r) const {
    const bool flow = claim_.measure == Measure::lost || claim_.measure == Measure::gained;
    if (!flow || !r.covered || view_.rows == nullptr || view_.rows->empty()) {
        return;
    }
    r.readings =
        measure_readings(view_.inside.timeline(), *view_.rows, claim_.measure, e.base, e.last);
    r.readings->ever = ever_changed(view_.inside, claim_.measure, e.base, e.last, options_.level);
    for (const auto& [pair, value] : e.values) {
        const auto& change = view_.inside.change(pair.first, pair.second, options_.level).area;
        const Area net = value_of(change, Measure::net);
        Interval& all = r.readings->net;
        all.low = all.low ? std::min(*all.low, net) : net;
        all.high = all.high ? std::max(*all.high, net) : net;
    }
    const Decision gross = decide(r.readings->gross, sigma_of(e, options_.level), stated_);
    r.other_reading_turns = r.verdict == Verdict::consistent &&
                            gross.verdict == Verdict::understated &&
                            is_to_and_fro(*r.readings, e.interval);
    if (r.verdict != Verdict::overstated) {
        return;
    }
    const Decision& sum = gross;
    const bool impossible =
        claim_.measure == Measure::lost &&
        r.readings->held_at_baseline.km2() < stated_.compared(thresholds()).low_km2;
    if (impossible) {
        r.verdict = sum.verdict;
        r.decision = sum;
        r.side = side_of(r.readings->gross, stated_.compared(thresholds()));
    } else if (is_to_and_fro(*r.readings, e.interval) && sum.verdict != Verdict::overstated) {
        r.verdict = Verdict::undecidable;
        r.reading_open = true;
    }
}

/// What the claim leaves open and no flag gives is judged for every plausible choice; the verdict
/// stands only where all agree.
void Judge::leave_open(SourceVerdict& r) const {
    const auto turns = [&](const Shift& s) {
        const bool open = s.of == Shift::Of::baseline ? r.baseline_assumed && s.plausible
                                                      : r.day_assumed && s.days < 0;
        return open && s.verdict != r.verdict;
    };
    if (r.verdict != Verdict::undecidable && std::ranges::any_of(r.sensitivity, turns)) {
        r.verdict = Verdict::undecidable;
        r.choice_open = true;
    }
}

/// Where the figure itself can be read in another way that is as likely, the verdict stands only if
/// that one gives the same.
void Judge::read_figure_otherwise(const Evaluation& e, SourceVerdict& r) const {
    for (const Reading& reading : claim_.figure.readings) {
        const double factor = reading.figure_km2 / stated_.figure_km2;
        if (!reading.open || r.verdict == Verdict::undecidable || !(factor > 0.0)) {
            continue;
        }
        StatedBand other = stated_;
        other.figure_km2 = reading.figure_km2;
        other.lenient = {stated_.lenient.low_km2 * factor, stated_.lenient.high_km2 * factor};
        const Interval measured = times(sign_, corrected(e, options_.level));
        if (decide(measured, sigma_of(e, options_.level), other).verdict != r.decision.verdict) {
            r.verdict = Verdict::undecidable;
            r.figure_open = true;
        }
    }
}

/// What was measured, with the error of drawing under both models.
Measured Judge::measured(const Evaluation& e, const Window& window) const {
    Measured m;
    m.simulated = simulated(e);
    m.best = e.best;
    m.interval = e.interval;
    m.bracket = e.bracket;
    const auto date_of = [&](std::optional<std::size_t> i) {
        return i ? std::optional(view_.inside.timeline().snapshots[*i].date) : std::nullopt;
    };
    m.baseline_before = date_of(e.base.before);
    m.baseline_after = date_of(e.base.after);
    m.classes = classes(window);
    for (const ErrorModel model : {options_.error_model, other(options_.error_model)}) {
        if (const BoundaryError* error = error_of(e, model, options_.level)) {
            m.errors.push_back(*error);
        }
    }
    if (!m.errors.empty()) {
        m.sigma = m.errors.front().sigma;
    }
    return m;
}

/// The comparison first, then what keeps it from being the verdict.
void Judge::find_verdict(const Evaluation& e, SourceVerdict& r) const {
    r.decision = decision_of(e, options_.level);
    r.verdict = r.decision.verdict;
    r.side = side_of(times(sign_, corrected(e, options_.level)), stated_.compared(thresholds()));
    r.covered = is_covered(e);
    if (!r.covered) {
        r.verdict = Verdict::undecidable;
    }
    complete_held(e, r);
    read_otherwise(e, r);
    set_aside_breaks(e, r);
    r.day_assumed = !claim_.end();
    r.baseline_assumed = !claim_.since && claim_.measure != Measure::held;
    r.sensitivity = sensitivity(e);
    leave_open(r);
    read_figure_otherwise(e, r);
}

JudgedClaim Judge::run() {
    const Window window{claim_.since, claim_.end()};
    const Evaluation e = evaluate_at(window, options_.level);
    JudgedClaim judged;
    SourceVerdict& r = judged.result;
    r.source = view_.inside.timeline().source;
    r.measured = measured(e, window);
    find_verdict(e, r);
    r.strict_verdict = r.verdict == Verdict::contradicted
                           ? r.verdict
                           : compare(times(sign_, corrected(e, options_.level)), strict_);
    r.probability = probability(e, lenient_, options_.level);
    r.strict_probability = probability(e, strict_, options_.level);
    if (e.best && sign_ * e.best->km2() > 0.0) {
        r.ratio = *claim_.figure.figure_km2 / (sign_ * e.best->km2());
    }
    r.reached = reached(e);
    r.changes = changes(e);
    const bool too_rough = r.decision.why == Decision::Why::too_rough;
    explain(r, {claim_, e, view_.inside.timeline(), sign_, other_way(e), options_.level, too_rough,
                doubts(e), view_.inside.accuracy(), other_model_turns(e)});
    for (const auto& [pair, value] : e.values) {
        judged.differences.push_back(pair);
    }
    return judged;
}

double sign_of(const Claim& claim) {
    return claim.measure == Measure::net && claim.figure.direction == ClaimDirection::kLost ? -1.0
                                                                                            : 1.0;
}

JudgedClaim judge_claim(const Claim& claim, const SourceView& view, const VerifyOptions& options) {
    return Judge(claim, view, options).run();
}

} // namespace engine
