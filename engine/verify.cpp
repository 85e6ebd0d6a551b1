// SPDX-License-Identifier: MIT
#include "engine/verify.hpp"

#include "engine/input_error.hpp"
#include "engine/judge/agree.hpp"
#include "engine/judge/between_claims.hpp"
#include "engine/judge/judge_claim.hpp"
#include "engine/judge/reasons.hpp"
#include "engine/judge/source_maps.hpp"
#include "engine/verdict/adds_up.hpp"
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

/// A source's maps inside a region of interest, or all of them.
struct Place {
    std::unique_ptr<SourceMaps> maps;
    std::vector<TimelineRow> rows;
    std::vector<Omission> omits;
};

/// One source through the verification: its report and its measured maps.
struct Source {
    SourceReport report;
    bool parts = false;
    bool shows_evening_before = false;
    std::vector<Omission> omits;                        ///< wherever they lie
    std::optional<shapes::Region> outline;              ///< that the profile names
    std::map<const shapes::ValidRegion*, Place> places; ///< by region of interest; nullptr: all
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
SelfCheck check_pair(SourceMaps& maps, const shapes::Region* within, std::size_t before,
                     std::size_t after, const VerifyOptions& options, bool second = true) {
    const auto& snapshots = maps.timeline().snapshots;
    if (before != after) {
        return check_difference(snapshots[before].boundary, snapshots[after].boundary,
                                options.level, maps.change(before, after, options.level).straight,
                                second, within);
    }
    const shapes::ChangeArea to_nothing =
        shapes::change_area(maps.region(after, options.level), {}, {options.threads});
    return check_difference(snapshots[after].boundary, ControlBoundary{}, options.level, to_nothing,
                            second, within);
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

/// The newsroom's labels: of each source, and of the claim. Where sources differ no ratio and no
/// probability is the claim's own.
void label(ClaimVerification& claim, const Scale& scale) {
    for (SourceVerdict& s : claim.by_source) {
        s.label =
            label_of(scale, s.verdict, s.ratio, s.rests_on_prior() ? std::nullopt : s.probability);
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
            add_claim(claim);
        }
        finish();
        return std::move(result_);
    }

  private:
    /// A region of interest, under the path by which claims name it ("": the case's).
    struct Within {
        const shapes::Region* drawn = nullptr;
        shapes::ValidRegion region;
    };

    void add_region(const std::string& key, const shapes::Region& drawn, const std::string& path) {
        const std::string name =
            "the region of interest" + (path.empty() ? std::string() : " (" + path + ")");
        shapes::ValidationResult checked = shapes::validate(drawn);
        if (checked.region.empty()) {
            throw InputError(name + " has no area: give one polygon at least");
        }
        // Which way rings run changes nothing; all else may hide what the region is.
        std::erase_if(checked.problems, [](const shapes::Problem& p) {
            return p.code == shapes::ProblemCode::shell_clockwise ||
                   p.code == shapes::ProblemCode::hole_counter_clockwise;
        });
        if (!checked.problems.empty()) {
            const shapes::Problem& first = checked.problems.front();
            result_.warnings.push_back(
                name + ": its polygons have " + std::to_string(checked.problems.size()) +
                " fault(s), the first at longitude " + std::to_string(first.at.lon) +
                " and latitude " + std::to_string(first.at.lat) + ": " + first.text +
                " They were united; see that the region is what it should be (areaclaim inspect)");
        }
        regions_[key] = {&drawn, std::move(checked.region)};
    }

    const Within* within_of(const Claim& claim) const {
        const auto found = regions_.find(claim.within);
        return found != regions_.end() ? &found->second : nullptr;
    }

    void add_source(SourceInput& input) {
        const auto case_wide = regions_.find("");
        const shapes::ValidRegion* within =
            case_wide != regions_.end() ? &case_wide->second.region : nullptr;
        sources_.push_back(std::make_unique<Source>());
        Source& added = *sources_.back(); // stays in place, so that the maps may refer to it
        added.parts = input.profile.parts;
        added.shows_evening_before = input.profile.shows_evening_before;
        added.omits = input.profile.omits;
        added.outline = std::move(input.outline);
        added.report = report_of(input, options_, within);
        added.report.outline = outline_of(added.report.timeline, inputs_.outline.has_value(),
                                          added.outline.has_value());
        place_of(added, within).rows = added.report.rows;
    }

    std::unique_ptr<SourceMaps> maps_of(Source& source, const shapes::ValidRegion* within) {
        auto made =
            std::make_unique<SourceMaps>(source.report.timeline, within, source.report.accuracy,
                                         options_.edges, options_.threads);
        if (inputs_.outline) {
            made->fix_outline(*inputs_.outline);
        } else if (source.outline) {
            made->fix_outline(*source.outline);
        }
        if (options_.simulation) {
            SimulationOptions how = *options_.simulation;
            how.threads = options_.threads;
            made->simulate_with(how, options_.error_model);
        }
        return made;
    }

    Place& place_of(Source& source, const shapes::ValidRegion* within) {
        const auto [entry, is_new] = source.places.try_emplace(within);
        Place& place = entry->second;
        if (is_new) {
            place.maps = maps_of(source, within);
            place.omits = omissions_within(source.omits, within);
        }
        return place;
    }

    /// The same with the rows of its timeline, which claims of a change are judged by.
    Place& measured_place_of(Source& source, const shapes::ValidRegion* within) {
        Place& place = place_of(source, within);
        if (place.rows.empty()) {
            place.rows = measure(source.report.timeline,
                                 {options_.level, options_.edges, options_.threads, within});
        }
        return place;
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
        ClaimVerification verified = judge_by_all(claim);
        if (claim.measure_open) {
            for (const Measure measure :
                 {Measure::lost, Measure::gained, Measure::net, Measure::held}) {
                Claim read = claim;
                read.measure = measure;
                verified.choices.push_back({measure, judge_by_all(read).verdict});
            }
            weigh_choices(verified);
        }
        if (options_.scale) {
            label(verified, *options_.scale);
        }
        result_.claims.push_back(std::move(verified));
    }

    ClaimVerification judge_by_all(const Claim& claim) {
        const Within* within = within_of(claim);
        const shapes::ValidRegion* region = within != nullptr ? &within->region : nullptr;
        const StatedClaim stated = stated_claim(
            claim, region != nullptr
                       ? std::optional(shapes::ellipsoidal_area(*region, options_.edges))
                       : std::nullopt);
        ClaimVerification verified;
        verified.claim = stated.claim;
        verified.rate = stated.rate;
        verified.share = stated.share;
        verified.sign = sign_of(claim);
        for (const auto& source : sources_) {
            verified.by_source.push_back(judge_by(*source, stated, within));
        }
        if (!verified.by_source.empty()) {
            agree(verified);
            add_offsets(verified, result_.offsets);
        }
        return verified;
    }

    SourceVerdict judge_by(Source& source, const StatedClaim& stated, const Within* within) {
        const shapes::ValidRegion* region = within != nullptr ? &within->region : nullptr;
        Place& place = measured_place_of(source, region);
        SourceMaps* everywhere = region != nullptr ? place_of(source, nullptr).maps.get() : nullptr;
        Claim claim = stated.claim;
        const bool next_day = source.shows_evening_before && ends_with_month(claim);
        if (next_day) {
            claim.as_of = claim.as_of->plus_days(1);
        }
        JudgedClaim judged = judge_claim(claim,
                                         {*place.maps, everywhere, source.parts,
                                          &source.report.alarms, &place.rows, &place.omits},
                                         options_);
        for (const auto& [before, after] : judged.differences) {
            check(source, *place.maps, within, before, after, claim.measure == Measure::held);
        }
        explain_statement(judged.result, stated, next_day);
        return std::move(judged.result);
    }

    void check(Source& source, SourceMaps& maps, const Within* within, std::size_t before,
               std::size_t after, bool held) {
        if ((before == after && !held) || !checked_.insert({&maps, before, after}).second) {
            return;
        }
        const auto& snapshots = source.report.timeline.snapshots;
        result_.checks.push_back({source.report.name, snapshots[before].date, snapshots[after].date,
                                  check_pair(maps, within != nullptr ? within->drawn : nullptr,
                                             before, after, options_)});
    }

    /// Every row's areas must add up as well; those that clearly do need no bound.
    void check_rows(Source& source) {
        const auto case_wide = regions_.find("");
        const bool all = case_wide == regions_.end();
        const shapes::Region* within = all ? nullptr : case_wide->second.drawn;
        SourceMaps& maps = *place_of(source, all ? nullptr : &case_wide->second.region).maps;
        for (std::size_t i = 1; i < source.report.rows.size(); ++i) {
            SelfCheck check;
            check.relative_residual = source.report.rows[i].relative_residual;
            if (!(check.relative_residual <= kAddsUp)) {
                check = check_pair(maps, within, source.report.rows[i - 1].snapshot,
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
            source->places.clear(); // they refer to the timeline that moves on
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
    std::set<std::tuple<const SourceMaps*, std::size_t, std::size_t>> checked_;
};

} // namespace

Verification verify(VerifyInputs inputs, const VerifyOptions& options) {
    if (inputs.sources.empty() || inputs.the_case.claims.empty()) {
        throw InputError("a verification needs at least one source and one claim");
    }
    return Run(std::move(inputs), options).run();
}

} // namespace engine
