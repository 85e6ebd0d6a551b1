// SPDX-License-Identifier: MIT
#include "engine/judge/judge.hpp"

#include "engine/uncertainty/probability.hpp"
#include "engine/verdict/thresholds.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

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
    const Evaluation all =
        evaluate(*view_.everywhere, claim_.measure, {e.frame.since, e.frame.end}, level);
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
    for (const auto& [before, after] : e.frame.choices) {
        const BoundaryError* error =
            view_.inside.error({before, after, level}, claim_.measure, model);
        if (error != nullptr && (largest == nullptr || largest->sigma < error->sigma)) {
            largest = error;
        }
    }
    return largest;
}

/// What is missing of a held area, as the source leaves it out by definition, and what hides most
/// of a region of interest. How much of a held area is missing there is not known: nothing is
/// added, and nothing is judged.
std::vector<Omission> Judge::left_out(const Evaluation& e) const {
    const bool held = claim_.measure == Measure::held;
    const OmissionsHere& here = view_.inside.omits();
    std::vector<Omission> missing;
    if (held) {
        std::ranges::copy_if(here.of_held, std::back_inserter(missing), [&](const Omission& o) {
            return o.holds_on(e.frame.end) && o.what != claim_.figure.except;
        });
    }
    std::ranges::copy_if(here.of_most, std::back_inserter(missing), [&](const Omission& o) {
        return held ? o.km2 <= 0.0 && o.holds_on(e.frame.end) // else it is among those of_held
                    : o.holds_on(e.frame.since) || o.holds_on(e.frame.end);
    });
    return missing;
}

bool Judge::is_hidden(const Evaluation& e) const {
    return view_.everywhere != nullptr && !left_out(e).empty();
}

Area Judge::added(const Evaluation& e) const {
    const bool is_whole = view_.everywhere == nullptr && !view_.inside.omits().of_held.empty();
    return is_whole ? total(left_out(e)) : Area();
}

/// What the maps allow, without the slivers of lines that were traced twice, and with what the
/// source leaves out.
Interval Judge::corrected(const Evaluation& e, ControlClass level, ErrorModel model) const {
    const BoundaryError* error = error_of(e, model, level);
    const Area slivers = error != nullptr ? error->correction : Area();
    return shifted(e.interval, added(e) - slivers);
}

std::optional<Probability> Judge::probability(const Evaluation& e, const Band& band,
                                              ControlClass level) const {
    const BoundaryError* error = error_of(e, options_.error_model, level);
    const shapes::Area sigma = error != nullptr ? error->sigma : shapes::Area();
    const shapes::Area correction = error != nullptr ? error->correction : shapes::Area();
    return band_probability(times(sign_, e.interval), sigma, sign_ * (correction - added(e)), band);
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
    return comparable_ && !is_hidden(e) &&
           under(options_.error_model) != under(other_model(options_.error_model));
}

/// The comparison, and `contradicted` where the words are about a sign or a place and the maps show
/// the reverse of what was said. None where a map can be read as two, on either side of the Earth,
/// nor of what the source does not draw.
Decision Judge::decision_of(const Evaluation& e, ControlClass level) const {
    if (!comparable_ || way_open(e) || is_hidden(e)) {
        return {Verdict::undecidable, Decision::Why::not_compared};
    }
    Decision d = decide(times(sign_, corrected(e, level)), sigma_of(e, level), stated_);
    if (d.verdict == Verdict::overstated && (other_way(e) || elsewhere(e, level))) {
        d.verdict = Verdict::contradicted;
    }
    return d;
}

/// What the source leaves out of a held area is added to the whole (`corrected`); of a region of
/// interest nothing can be said. Nor of a loss in one in which it draws nothing: whose that land
/// was it does not show.
void Judge::tell_left_out(const Evaluation& e, SourceVerdict& r) const {
    if (!r.covered) {
        return;
    }
    r.omitted = left_out(e);
    r.nothing_drawn = r.omitted.empty() && draws_nothing(e);
    if (is_hidden(e) || r.nothing_drawn) {
        r.covered = false;
        r.verdict = Verdict::undecidable;
    }
}

/// Whether a loss is spoken of, and nothing is held in the region of interest on any map of the
/// period.
bool Judge::draws_nothing(const Evaluation& e) const {
    const bool is_loss = claim_.measure == Measure::lost || sign_ < 0.0;
    const auto& rows = view_.inside.rows();
    const auto holds = [&](const TimelineRow& row) {
        return row.snapshot >= *e.frame.base.before && row.snapshot <= *e.frame.last.after &&
               row.held > Area{};
    };
    return view_.everywhere != nullptr && is_loss && !rows.empty() &&
           std::ranges::none_of(rows, holds);
}

/// What else "lost" and "gained" can mean (measure_readings.hpp), and the net change.
MeasureReadings Judge::readings(const Evaluation& e) const {
    const Measurements& measured = view_.inside;
    MeasureReadings found = measure_readings(measured.source().timeline, measured.rows(),
                                             claim_.measure, e.frame.base, e.frame.last);
    for (const EverChanged& ever : ever_of(claim_, e.frame, options_.level)) {
        widen(found.ever, measured.ever(ever));
    }
    for (const Maps& maps : e.frame.choices) {
        widen(found.net, value_of(pair(maps).change.value().area, Measure::net));
    }
    return found;
}

/// The words decide between the meanings where they can: more than was held at the baseline cannot
/// be missing of it, so the sum is meant. Else, where the one finds the claim too large and the
/// other agrees with it, the claim stays open. That next to nothing happened in a place is said of
/// both.
void Judge::read_otherwise(const Evaluation& e, SourceVerdict& r) const {
    if (!is_one_way(claim_.measure) || !r.covered || view_.inside.rows().empty()) {
        return;
    }
    r.readings = readings(e);
    const Decision sum = decide(r.readings->gross, sigma_of(e, options_.level), stated_);
    const bool to_and_fro = is_to_and_fro(*r.readings, e.interval);
    r.other_reading_turns =
        r.verdict == Verdict::consistent && sum.verdict == Verdict::understated && to_and_fro;
    const bool happened =
        !r.readings->gross.high ||
        r.readings->gross.high->km2() > thresholds().nothing_share * lenient_.low_km2;
    if (r.verdict == Verdict::contradicted && happened) {
        r.verdict = Verdict::overstated;
    }
    if (r.verdict != Verdict::overstated) {
        return;
    }
    const bool impossible =
        claim_.measure == Measure::lost &&
        r.readings->held_at_baseline.km2() < stated_.compared(thresholds()).low_km2;
    if (impossible) {
        r.verdict = sum.verdict;
        r.decision = sum;
        r.side = side_of(r.readings->gross, stated_.compared(thresholds()));
    } else if (to_and_fro && sum.verdict != Verdict::overstated) {
        r.verdict = Verdict::undecidable;
        r.reading_open = true;
    }
}

/// What the claim leaves open and no flag gives is judged for every plausible choice; the verdict
/// stands only where all agree, and none that refutes the words rests on a day that was assumed:
/// from an earlier day than the first map's, more may have changed.
void Judge::leave_open(SourceVerdict& r) const {
    const auto turns = [&](const Shift& s) {
        const bool open = s.of == Shift::Of::baseline ? r.baseline_assumed && s.plausible
                                                      : r.day_assumed && s.days < 0;
        return open && s.verdict != r.verdict;
    };
    const bool refuted = r.baseline_assumed &&
                         (r.verdict == Verdict::contradicted || r.verdict == Verdict::overstated);
    if (r.verdict != Verdict::undecidable &&
        (refuted || std::ranges::any_of(r.sensitivity, turns))) {
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
        return i ? std::optional(view_.inside.day(*i)) : std::nullopt;
    };
    m.baseline_before = date_of(e.frame.base.before);
    m.baseline_after = date_of(e.frame.base.after);
    m.classes = classes(window);
    for (const ErrorModel model : {options_.error_model, other_model(options_.error_model)}) {
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
    r.way_open = way_open(e);
    r.side = side_of(times(sign_, corrected(e, options_.level)), stated_.compared(thresholds()));
    r.covered = is_bounded(e.frame, claim_.measure);
    if (!r.covered) {
        r.verdict = Verdict::undecidable;
    }
    tell_left_out(e, r);
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
    const SourceReport& source = view_.inside.source();
    r.source = source.timeline.source;
    r.measured = measured(e, window);
    find_verdict(e, r);
    const bool compared = r.decision.why != Decision::Why::not_compared;
    r.strict_verdict = r.verdict == Verdict::contradicted || !compared
                           ? r.verdict
                           : compare(times(sign_, corrected(e, options_.level)), strict_);
    if (compared && !r.broken_by) {
        r.probability = probability(e, lenient_, options_.level);
        r.strict_probability = probability(e, strict_, options_.level);
    }
    if (compared && e.best && sign_ * e.best->km2() > 0.0) {
        r.ratio = *claim_.figure.figure_km2 / (sign_ * (*e.best + r.added()).km2());
    }
    r.reached = reached(e);
    r.changes = changes(e);
    const bool too_rough = r.decision.why == Decision::Why::too_rough;
    explain(r, {claim_, e, source.timeline, sign_, other_way(e), options_.level, too_rough,
                doubts(e), source.accuracy, other_model_turns(e), stated_});
    judged.choices = e.frame.choices;
    return judged;
}

JudgedClaim judge_claim(const Claim& claim, const SourceView& view, const VerifyOptions& options,
                        bool comparable) {
    return Judge(claim, view, options, comparable).run();
}

} // namespace engine
