// SPDX-License-Identifier: MIT
#pragma once

#include "engine/judge/judge_claim.hpp"
#include "engine/judge/reasons.hpp"
#include "engine/measure/alarms_within.hpp"
#include "engine/measure/evaluation.hpp"
#include "engine/verdict/stated_claim.hpp"

#include <optional>
#include <vector>

namespace engine {

/// Compares, and tells where the change went the other way.
class Judge {
  public:
    Judge(const Claim& claim, const SourceView& view, const VerifyOptions& options, bool comparable)
        : claim_(claim), view_(view), options_(options), comparable_(comparable),
          sign_(sign_of(claim)), strict_(*claim.figure.strict),
          lenient_(*claim.figure.lenient), stated_{*claim.figure.figure_km2, lenient_,
                                                   open_end(claim.figure.hedge),
                                                   claim.figure.hedge == "exactly"} {}

    JudgedClaim run();

  private:
    Evaluation evaluate_at(const Window& window, ControlClass level) const {
        return evaluate(view_.inside, claim_.measure, window, level);
    }
    Decision decision_of(const Evaluation& e, ControlClass level) const;
    Verdict verdict_of(const Evaluation& e, ControlClass level) const {
        return decision_of(e, level).verdict;
    }
    shapes::Area sigma_of(const Evaluation& e, ControlClass level, ErrorModel model) const;
    shapes::Area sigma_of(const Evaluation& e, ControlClass level) const {
        return sigma_of(e, level, options_.error_model);
    }
    std::optional<Date> way_open(const Evaluation& e) const {
        const KnownMaps& maps = view_.inside.maps();
        return led_either_way(e.frame, maps.days, maps.alarms);
    }
    std::vector<Alarm> breaks_in(const Evaluation& e) const;
    Interval without_breaks(const Evaluation& e, const std::vector<Alarm>& breaks) const;
    void set_aside_breaks(const Evaluation& e, SourceVerdict& r) const;
    std::vector<Omission> left_out(const Evaluation& e) const;
    bool is_hidden(const Evaluation& e) const;
    bool draws_nothing(const Evaluation& e) const;
    shapes::Area added(const Evaluation& e) const;
    void tell_left_out(const Evaluation& e, SourceVerdict& r) const;
    void read_otherwise(const Evaluation& e, SourceVerdict& r) const;
    void leave_open(SourceVerdict& r) const;
    void read_figure_otherwise(const Evaluation& e, SourceVerdict& r) const;
    MeasureReadings readings(const Evaluation& e) const;
    Measured measured(const Evaluation& e, const Window& window) const;
    void find_verdict(const Evaluation& e, SourceVerdict& r) const;
    const BoundaryError* error_of(const Evaluation& e, ErrorModel model, ControlClass level) const;
    std::optional<Probability> probability(const Evaluation& e, const Band& band,
                                           ControlClass level) const;
    Interval corrected(const Evaluation& e, ControlClass level, ErrorModel model) const;
    Interval corrected(const Evaluation& e, ControlClass level) const {
        return corrected(e, level, options_.error_model);
    }
    bool other_model_turns(const Evaluation& e) const;
    std::optional<SimulatedInterval> simulated(const Evaluation& e) const;
    bool other_way(const Evaluation& e) const;
    bool elsewhere(const Evaluation& e, ControlClass level) const;
    std::vector<ClassTotal> classes(const Window& window) const;
    std::vector<Shift> sensitivity(const Evaluation& main) const;
    std::optional<Reached> reached(const Evaluation& main) const;
    std::vector<ChangePiece> changes(const Evaluation& e) const;
    std::vector<Doubt> doubts(const Evaluation& e) const;

    const MeasuredPair& pair(const Maps& maps) const {
        return view_.inside.pair({maps.first, maps.second, options_.level});
    }

    const Claim& claim_;
    const SourceView& view_;
    const VerifyOptions& options_;
    bool comparable_; ///< the words are about what the maps show
    double sign_;
    Band strict_;
    Band lenient_;
    StatedBand stated_;
};

} // namespace engine
