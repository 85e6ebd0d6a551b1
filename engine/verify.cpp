// SPDX-License-Identifier: MIT
#include "engine/verify.hpp"

#include "engine/input_error.hpp"
#include "engine/verdict/adds_up.hpp"
#include "engine/verdict/agree.hpp"
#include "engine/verdict/between_claims.hpp"
#include "engine/verdict/judge_claim.hpp"
#include "engine/verdict/language.hpp"
#include "engine/verdict/reasons.hpp"
#include "engine/verdict/source_maps.hpp"
#include "engine/verify_source.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace engine {
namespace {

/// One source through the verification: its report and its measured maps.
struct Source {
    SourceReport report;
    bool parts = false;
    std::unique_ptr<SourceMaps> inside;
    std::unique_ptr<SourceMaps> everywhere;
};

/// How bad a check is: beyond 1 something had to be asked for once more.
double badness(const SelfCheck& check) {
    const auto share = [](shapes::Area apart, shapes::Area bound) {
        return bound > shapes::Area{} ? std::abs(apart.m2()) / bound.m2() : 0.0;
    };
    double worst = share(check.residual, check.residual_bound);
    if (check.second_lost && check.second_gained) {
        worst = std::max({worst, share(check.lost - *check.second_lost, check.bound),
                          share(check.gained - *check.second_gained, check.bound)});
    }
    return worst;
}

/// Whether b is worse than a. A failed check is worse than any that passed, one that passed at once
/// better than any, and one with a second opinion stands for the whole rather than one without.
bool worse(const SelfCheck& a, const SelfCheck& b) {
    const auto rank = [](const SelfCheck& c) {
        return std::tuple(!c.ok, c.finding != CheckFinding::agreed, c.second_lost.has_value(),
                          badness(c));
    };
    return rank(a) < rank(b);
}

/// Checks a difference that a verdict rests on; for a held area, the difference to nothing.
SelfCheck check_pair(Source& source, const shapes::Region* within, std::size_t before,
                     std::size_t after, const VerifyOptions& options, bool second = true) {
    const auto& snapshots = source.report.timeline.snapshots;
    if (before != after) {
        return check_difference(
            snapshots[before].boundary, snapshots[after].boundary, options.level,
            source.inside->change(before, after, options.level).straight, second, within);
    }
    const shapes::ChangeArea to_nothing =
        shapes::change_area(source.inside->region(after, options.level), {}, {options.threads});
    return check_difference(snapshots[after].boundary, ControlBoundary{}, options.level, to_nothing,
                            second, within);
}

/// Says which sources differ by a constant, and what that means for the claim.
void add_offsets(ClaimVerification& claim, const std::vector<SourceOffset>& offsets,
                 const Language& language) {
    const auto same = [](const std::string& text) { return Said{text, text}; };
    for (const SourceOffset& offset : offsets) {
        const bool more = offset.offset > shapes::Area{};
        const shapes::Area size = more ? offset.offset : -offset.offset;
        const bool held = claim.claim.measure == Measure::held;
        claim.reasons.push_back(
            say(language, "source_offset",
                {more ? "source_offset_more" : "source_offset_less",
                 held ? "offset_of_held" : "offset_of_change"},
                {{"source", same(offset.source)},
                 {"other", same(offset.other)},
                 {"offset_km2", {std::to_string(offset.offset.km2()), language.words(size)}},
                 {"days", same(std::to_string(offset.days))}}));
    }
}

/// The newsroom's labels: of each source, and of the claim. Where sources differ no ratio and no
/// probability is the claim's own.
void label(ClaimVerification& claim, const Scale& scale) {
    for (SourceVerdict& s : claim.by_source) {
        s.label = label_of(scale, s.verdict, s.ratio, s.probability);
    }
    const bool one = claim.by_source.size() == 1;
    claim.label = one ? claim.by_source.front().label
                      : label_of(scale, claim.verdict, std::nullopt, std::nullopt);
}

/// Carries one verification from its inputs to its value.
class Run {
  public:
    Run(VerifyInputs inputs, const VerifyOptions& options)
        : inputs_(std::move(inputs)), options_(options) {
        result_.the_case = inputs_.the_case;
        result_.options = options;
        if (result_.options.simulation) {
            result_.options.simulation->progress = nullptr; // the result outlives who watches
        }
        result_.provenance = inputs_.provenance;
    }

    Verification run() {
        read_within();
        for (SourceInput& input : inputs_.sources) {
            add_source(input);
        }
        find_offsets();
        for (const Claim& claim : inputs_.the_case.claims) {
            add_claim(claim);
        }
        finish();
        return std::move(result_);
    }

  private:
    void read_within() {
        if (!inputs_.within) {
            return;
        }
        within_ = shapes::validate(*inputs_.within).region;
        if (within_->empty()) {
            throw InputError("the region of interest" +
                             (inputs_.the_case.within.empty()
                                  ? std::string()
                                  : " (" + inputs_.the_case.within + ")") +
                             " has no area: give one polygon at least");
        }
    }

    void add_source(SourceInput& input) {
        const shapes::ValidRegion* within = within_ ? &*within_ : nullptr;
        Source source{report_of(input, options_, within), input.profile.parts, nullptr, nullptr};
        sources_.push_back(std::make_unique<Source>(std::move(source)));
        Source& added = *sources_.back(); // stays in place, so that the maps may refer to it
        const auto maps = [&](const shapes::ValidRegion* region) {
            auto made =
                std::make_unique<SourceMaps>(added.report.timeline, region, added.report.accuracy,
                                             options_.edges, options_.threads);
            if (inputs_.outline) {
                made->fix_outline(*inputs_.outline);
            }
            if (options_.simulation) {
                SimulationOptions how = *options_.simulation;
                how.threads = options_.threads;
                made->simulate_with(how, options_.error_model);
            }
            return made;
        };
        added.inside = maps(within);
        if (within != nullptr) {
            added.everywhere = maps(nullptr);
        }
    }

    void find_offsets() {
        std::vector<HeldByDay> all;
        for (const auto& source : sources_) {
            HeldByDay days{source->report.name, {}};
            for (const TimelineRow& row : source->report.rows) {
                days.held[source->report.timeline.snapshots[row.snapshot].date] = row.held;
            }
            for (const HeldByDay& earlier : all) {
                if (const auto offset = find_offset(days, earlier)) {
                    result_.offsets.push_back(*offset);
                }
            }
            all.push_back(std::move(days));
        }
    }

    /// A claim whose measure is open is judged for every one; what is shown is the first.
    void add_claim(const Claim& claim) {
        const Language& language = Language::of(options_.reasons_lang);
        ClaimVerification verified = judge_by_all(claim);
        if (claim.measure_open) {
            for (const Measure measure :
                 {Measure::lost, Measure::gained, Measure::net, Measure::held}) {
                Claim read = claim;
                read.measure = measure;
                verified.choices.push_back({measure, judge_by_all(read).verdict});
            }
            weigh_choices(verified, language);
        }
        if (options_.scale) {
            label(verified, *options_.scale);
        }
        result_.claims.push_back(std::move(verified));
    }

    ClaimVerification judge_by_all(const Claim& claim) {
        ClaimVerification verified;
        verified.claim = claim;
        verified.sign = sign_of(claim);
        for (const auto& source : sources_) {
            JudgedClaim judged =
                judge_claim(claim,
                            {*source->inside, source->everywhere.get(), source->parts,
                             &source->report.alarms, &source->report.rows, &source->report.omits},
                            options_);
            verified.by_source.push_back(std::move(judged.result));
            for (const auto& [before, after] : judged.differences) {
                check(*source, before, after, claim.measure == Measure::held);
            }
        }
        if (!verified.by_source.empty()) {
            const Language& language = Language::of(options_.reasons_lang);
            agree(verified, language);
            add_offsets(verified, result_.offsets, language);
        }
        return verified;
    }

    void check(Source& source, std::size_t before, std::size_t after, bool held) {
        if ((before == after && !held) || !checked_.insert({&source, before, after}).second) {
            return;
        }
        const auto& snapshots = source.report.timeline.snapshots;
        result_.checks.push_back({source.report.name, snapshots[before].date, snapshots[after].date,
                                  check_pair(source, inputs_.within ? &*inputs_.within : nullptr,
                                             before, after, options_)});
    }

    /// Every row's areas must add up as well; those that clearly do need no bound.
    void check_rows(Source& source) {
        const shapes::Region* within = inputs_.within ? &*inputs_.within : nullptr;
        for (std::size_t i = 1; i < source.report.rows.size(); ++i) {
            SelfCheck check;
            check.relative_residual = source.report.rows[i].relative_residual;
            if (!(check.relative_residual <= kAddsUp)) {
                check = check_pair(source, within, source.report.rows[i - 1].snapshot,
                                   source.report.rows[i].snapshot, options_, false);
            }
            if (worse(result_.self_check, check)) {
                result_.self_check = check;
            }
        }
    }

    void finish() {
        result_.consistency = find_between_claims(inputs_.the_case.claims);
        for (const auto& source : sources_) {
            check_rows(*source);
            for (const ControlBoundary& undated : source->report.timeline.undated) {
                result_.warnings.push_back(undated.path() + ": no day is known; not used");
            }
            for (const std::string& warning : source->report.timeline.warnings) {
                result_.warnings.push_back(source->report.name + ": " + warning);
            }
            source->inside.reset(); // they refer to the timeline that moves on
            source->everywhere.reset();
            result_.sources.push_back(std::move(source->report));
        }
        for (const CheckedDifference& checked : result_.checks) {
            if (worse(result_.self_check, checked.check)) {
                result_.self_check = checked.check;
            }
        }
    }

    VerifyInputs inputs_;
    const VerifyOptions& options_;
    Verification result_;
    std::optional<shapes::ValidRegion> within_;
    std::vector<std::unique_ptr<Source>> sources_;
    std::set<std::tuple<const Source*, std::size_t, std::size_t>> checked_;
};

} // namespace

Verification verify(VerifyInputs inputs, const VerifyOptions& options) {
    if (inputs.sources.empty() || inputs.the_case.claims.empty()) {
        throw InputError("a verification needs at least one source and one claim");
    }
    return Run(std::move(inputs), options).run();
}

} // namespace engine
