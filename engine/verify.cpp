// SPDX-License-Identifier: MIT
#include "engine/verify.hpp"

#include "engine/input_error.hpp"
#include "engine/judge/agree.hpp"
#include "engine/judge/between_claims.hpp"
#include "engine/judge/judge_claim.hpp"
#include "engine/judge/reasons.hpp"
#include "engine/measure/measure.hpp"
#include "engine/measure/plan.hpp"
#include "engine/verdict/stated_claim.hpp"
#include "engine/verify_source.hpp"
#include "shapes/validity/validate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace engine {
namespace {

/// A region of interest, as it was drawn and proven.
struct Within {
    const shapes::Region* drawn = nullptr;
    shapes::ValidRegion region;
};

/// One source through the verification: its report, and what was measured in each region of
/// interest (nullptr: everywhere).
struct Source {
    SourceReport report;
    KnownMaps maps;
    bool shows_evening_before = false;
    std::string covers;
    std::vector<Omission> omits;           ///< wherever they lie
    std::optional<shapes::Region> outline; ///< that the profile names
    std::map<const Within*, Measurements> measured;
};

/// A claim as it is compared, for one choice of its measure.
struct Question {
    StatedClaim stated;
    const Within* within = nullptr; ///< its region of interest
};

/// As it is compared with a source: the end of a month may be on the next day's map.
Claim claim_for(const Source& source, const Question& question) {
    Claim claim = question.stated.claim;
    if (source.shows_evening_before && ends_with_month(claim)) {
        claim.as_of = claim.as_of->plus_days(1);
    }
    return claim;
}

/// A share of the region that a source covers is one of all that it draws.
bool is_share_of_all(const Source& source, const StatedClaim& stated) {
    return stated.missing == StatedClaim::Missing::region && !source.covers.empty() &&
           stated.claim.figure.yardstick == source.covers;
}

/// Whether a source draws, or lets be added, what the claim's words leave out of a held area.
bool has_excepted(const Source& source, const StatedClaim& stated) {
    const Claim& claim = stated.claim;
    return stated.missing == StatedClaim::Missing::nothing && claim.measure == Measure::held &&
           !claim.figure.except.empty() &&
           std::ranges::none_of(source.omits, [&](const Omission& o) {
               return o.what == claim.figure.except && (!claim.end() || o.holds_on(*claim.end()));
           });
}

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

/// Says which sources differ by a constant, and what that means for the claim.
void add_offsets(ClaimVerification& claim, const std::vector<SourceOffset>& offsets) {
    const bool held = claim.claim.measure == Measure::held;
    for (const SourceOffset& offset : offsets) {
        const bool more = offset.offset > shapes::Area{};
        claim.reasons.push_back(
            reason_of(ReasonCode::source_offset,
                      {more ? Remark::source_offset_more : Remark::source_offset_less,
                       held ? Remark::offset_of_held : Remark::offset_of_change},
                      {{"source", offset.source},
                       {"other", offset.other},
                       {"offset_km2", SignedArea{offset.offset}},
                       {"days", static_cast<std::uint64_t>(offset.days)}}));
    }
}

/// What a claim would get if its open measure meant this one.
MeasureChoice choice_of(const ClaimVerification& read) {
    MeasureChoice choice{read.claim.measure, read.verdict};
    if (const SourceVerdict* clearest = clearest_source(read)) {
        choice.measured = clearest->compared(clearest->measured.interval);
    }
    return choice;
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
        if (inputs_.within) {
            add_region("", *inputs_.within, inputs_.the_case.within);
        }
        for (const auto& [path, region] : inputs_.claim_regions) {
            add_region(path, region, path);
        }
        for (SourceInput& input : inputs_.sources) {
            add_source(input);
        }
        find_offsets();
        for (const Claim& claim : inputs_.the_case.claims) {
            questions_.push_back(questions_of(claim));
        }
        for (const auto& source : sources_) {
            measure_source(*source);
        }
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            add_claim(inputs_.the_case.claims[i], questions_[i]);
        }
        finish();
        return std::move(result_);
    }

  private:
    /// Under the path by which claims name it ("": the case's).
    void add_region(const std::string& key, const shapes::Region& drawn, const std::string& path) {
        shapes::ValidationResult checked = shapes::validate(drawn);
        if (checked.region.empty()) {
            throw InputError("the region of interest" +
                             (path.empty() ? std::string() : " (" + path + ")") +
                             " has no area: give one polygon at least");
        }
        // Which way rings run changes nothing; all else may hide what the region is.
        std::erase_if(checked.problems, [](const shapes::Problem& p) {
            return p.code == shapes::ProblemCode::shell_clockwise ||
                   p.code == shapes::ProblemCode::hole_counter_clockwise;
        });
        if (!checked.problems.empty()) {
            const shapes::Problem& first = checked.problems.front();
            result_.warnings.push_back(
                {.code = MapWarningCode::region_faults,
                 .paths = path.empty() ? std::vector<std::string>{} : std::vector{path},
                 .faults = DrawingFaults{checked.problems.size(), first.code, first.at}});
        }
        regions_[key] = {&drawn, std::move(checked.region)};
    }

    const Within* within_of(const Claim& claim) const {
        const auto found = regions_.find(claim.within);
        return found != regions_.end() ? &found->second : nullptr;
    }

    /// The case's region of interest; nullptr where it has none.
    const Within* case_wide() const {
        const auto found = regions_.find("");
        return found != regions_.end() ? &found->second : nullptr;
    }

    void add_source(SourceInput& input) {
        sources_.push_back(std::make_unique<Source>());
        Source& added = *sources_.back(); // stays in place: what is measured refers to it
        added.shows_evening_before = input.profile.shows_evening_before;
        added.covers = input.profile.covers;
        added.omits = input.profile.omits;
        added.outline = std::move(input.outline);
        const bool parts = input.profile.parts;
        const Within* within = case_wide();
        added.report = report_of(input, options_, within != nullptr ? &within->region : nullptr);
        added.report.outline = outline_of(added.report.timeline, inputs_.outline.has_value(),
                                          added.outline.has_value());
        added.maps = known_maps(added.report, parts);
    }

    MapsInPlace maps_in(const Source& source, const Within* within) const {
        MapsInPlace place{.source = source.report, .maps = source.maps};
        if (inputs_.outline) {
            place.outline = &*inputs_.outline;
        } else if (source.outline) {
            place.outline = &*source.outline;
        }
        if (within != nullptr) {
            place.within = &within->region;
            place.within_drawn = within->drawn;
        }
        place.rows = within == case_wide() ? &source.report.rows : nullptr;
        place.omits = omissions_within(source.omits, place.within);
        return place;
    }

    /// A claim whose measure is open is judged for every one that its words allow: what is held is
    /// held on a day, and not since one. What is shown is the first.
    std::vector<Question> questions_of(const Claim& claim) const {
        const Within* within = within_of(claim);
        const auto area =
            within != nullptr
                ? std::optional(shapes::ellipsoidal_area(within->region, options_.edges))
                : std::nullopt;
        std::vector<Question> questions{{stated_claim(claim, area), within}};
        if (claim.measure_open) {
            for (const Measure measure : kMeasures) {
                if (measure == Measure::held && claim.since) {
                    continue;
                }
                Claim read = claim;
                read.measure = measure;
                questions.push_back({stated_claim(read, area), within});
            }
        }
        return questions;
    }

    /// All that the claims need of a source, each of it once.
    void measure_source(Source& source) const {
        std::map<const Within*, Plan> plans;
        for (const auto& of_claim : questions_) {
            for (const Question& question : of_claim) {
                const bool in_region = question.within != nullptr;
                const ClaimPlan needed =
                    plan(claim_for(source, question), source.maps, in_region, options_);
                plans[question.within].add(needed.inside);
                if (in_region) {
                    plans[nullptr].add(needed.everywhere);
                }
            }
        }
        for (const auto& [within, wanted] : plans) {
            source.measured.emplace(within, measure(maps_in(source, within), wanted, options_));
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

    void add_claim(const Claim& claim, const std::vector<Question>& questions) {
        ClaimVerification verified = judge_by_all(questions.front());
        if (claim.measure_open) {
            for (std::size_t i = 1; i < questions.size(); ++i) {
                verified.choices.push_back(choice_of(judge_by_all(questions[i])));
            }
            weigh_choices(verified);
        }
        result_.claims.push_back(std::move(verified));
    }

    ClaimVerification judge_by_all(const Question& question) {
        const StatedClaim& stated = question.stated;
        ClaimVerification verified;
        verified.claim = stated.claim;
        verified.rate = stated.rate;
        verified.share = stated.share;
        verified.sign = sign_of(stated.claim);
        for (const auto& source : sources_) {
            verified.by_source.push_back(judge_by(*source, question));
        }
        if (!verified.by_source.empty()) {
            agree(verified);
            add_offsets(verified, result_.offsets);
        }
        return verified;
    }

    SourceVerdict judge_by(const Source& source, const Question& question) {
        const Measurements& inside = source.measured.at(question.within);
        const Measurements* everywhere =
            question.within != nullptr ? &source.measured.at(nullptr) : nullptr;
        const Claim claim = claim_for(source, question);
        StatedClaim stated = question.stated;
        if (is_share_of_all(source, stated)) {
            stated.missing = StatedClaim::Missing::nothing;
            stated.share->of_all = true;
        }
        if (question.within == nullptr && has_excepted(source, stated)) {
            stated.missing = StatedClaim::Missing::part;
        }
        JudgedClaim judged = judge_claim(claim, {inside, everywhere}, options_,
                                         stated.missing == StatedClaim::Missing::nothing);
        for (const Maps& maps : judged.choices) {
            add_check(inside, maps);
        }
        explain_statement(judged.result, stated, claim.as_of != stated.claim.as_of);
        return std::move(judged.result);
    }

    /// The second opinion on a pair of maps that a verdict rests on, once.
    void add_check(const Measurements& measured, const Maps& maps) {
        const auto& [before, after] = maps;
        const auto& check = measured.pair({before, after, options_.level}).check;
        if (check && checked_.insert({&measured, before, after}).second) {
            result_.checks.push_back(
                {measured.source().name, measured.day(before), measured.day(after), *check});
        }
    }

    /// Every row's areas must add up as well.
    void check_rows(const Source& source) {
        const MapsInPlace place = maps_in(source, case_wide());
        for (std::size_t i = 1; i < source.report.rows.size(); ++i) {
            const SelfCheck check = check_row(place, source.report.rows[i], options_);
            if (worse(result_.self_check, check)) {
                result_.self_check = check;
            }
        }
    }

    void finish() {
        result_.consistency = find_between_claims(inputs_.the_case.claims);
        for (const auto& source : sources_) {
            check_rows(*source);
            for (MapWarning warning : map_warnings(source->report.timeline)) {
                warning.source = source->report.name;
                result_.warnings.push_back(std::move(warning));
            }
            source->measured.clear(); // it refers to the report that moves on
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
    std::map<std::string, Within> regions_;
    std::vector<std::unique_ptr<Source>> sources_;
    std::vector<std::vector<Question>> questions_; ///< of each claim
    std::set<std::tuple<const Measurements*, std::size_t, std::size_t>> checked_;
};

} // namespace

Verification verify(VerifyInputs inputs, const VerifyOptions& options) {
    if (inputs.sources.empty() || inputs.the_case.claims.empty()) {
        throw InputError("a verification needs at least one source and one claim");
    }
    return Run(std::move(inputs), options).run();
}

} // namespace engine
