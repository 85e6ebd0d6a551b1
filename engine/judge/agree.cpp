// SPDX-License-Identifier: MIT
#include "engine/judge/agree.hpp"

#include "engine/judge/reasons.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace engine {
namespace {

using shapes::Area;

/// From the least to the most that any source allows that covers the period and, where those agree
/// that decide, is one of these: as it is compared, with what a source leaves out.
std::optional<Interval> spread_of(const std::vector<SourceVerdict>& sources, const Joint& joint) {
    std::optional<Interval> all;
    for (const SourceVerdict& s : sources) {
        const Interval own = s.compared(s.measured.interval);
        const bool is_meant = joint.why != Joint::Why::agree || s.verdict == joint.verdict;
        if (!s.covered || !is_meant || !own.low || !own.high) {
            continue;
        }
        all = all ? Interval{std::min(*all->low, *own.low), std::max(*all->high, *own.high)} : own;
    }
    return all;
}

Vote vote_of(const SourceVerdict& s) {
    Vote vote{s.covered, s.verdict, s.side, std::nullopt};
    const auto& [low, high] = s.measured.interval;
    if (s.measured.sigma && low && high) {
        vote.spread_km2 = s.measured.sigma->km2() + (*high - *low).km2() / 2.0;
    }
    return vote;
}

/// What the joint verdict rests on.
Reason reason_of_joint(Joint::Why why) {
    switch (why) {
    case Joint::Why::not_covered:
        return reason_of(ReasonCode::no_source_covers, {Remark::no_source_covers});
    case Joint::Why::agree:
        return reason_of(ReasonCode::sources_agree, {Remark::sources_agree});
    case Joint::Why::more_exact:
        return reason_of(ReasonCode::more_exact_source, {Remark::more_exact_source});
    case Joint::Why::undecided:
        return reason_of(ReasonCode::no_source_decides, {Remark::no_source_decides});
    case Joint::Why::differ:
        break;
    }
    return reason_of(ReasonCode::sources_differ, {Remark::sources_differ});
}

/// Each source with its verdict, or that it does not cover the period.
std::vector<SourceAnswer> matrix_of(const std::vector<SourceVerdict>& sources) {
    std::vector<SourceAnswer> matrix;
    matrix.reserve(sources.size());
    for (const SourceVerdict& s : sources) {
        matrix.push_back({s.source, s.covered, s.verdict});
    }
    return matrix;
}

/// Half of what the maps leave open, and the drawing's error, in km²; infinite where one is open.
double openness(const SourceVerdict& s) {
    const auto& [low, high] = s.measured.interval;
    return low && high ? (*high - *low).km2() / 2.0 + s.measured.sigma.value_or(Area()).km2()
                       : std::numeric_limits<double>::infinity();
}

} // namespace

const SourceVerdict* clearest_source(const ClaimVerification& claim) {
    const auto rank = [&](const SourceVerdict& s) {
        return std::tuple(!s.covered, s.verdict != claim.verdict, openness(s));
    };
    const auto best = std::ranges::min_element(claim.by_source, {}, rank);
    return best != claim.by_source.end() && best->covered ? &*best : nullptr;
}

void agree(ClaimVerification& claim) {
    if (claim.by_source.size() == 1) {
        claim.verdict = claim.by_source.front().verdict;
        claim.reasons = claim.by_source.front().reasons;
        return;
    }
    std::vector<Vote> votes;
    for (const SourceVerdict& s : claim.by_source) {
        votes.push_back(vote_of(s));
    }
    const Joint joint = joint_verdict(votes);
    claim.verdict = joint.verdict;
    claim.joint = joint.why;
    claim.spread = spread_of(claim.by_source, joint);
    Reason reason = reason_of_joint(joint.why);
    reason.values["matrix"] = matrix_of(claim.by_source);
    if (joint.decisive) {
        reason.values["source"] = claim.by_source[*joint.decisive].source;
    }
    if (claim.spread) {
        reason.remarks.push_back(Remark::sources_spread);
        reason.values["spread"] = *claim.spread;
    }
    claim.reasons.push_back(std::move(reason));
}

void weigh_choices(ClaimVerification& claim) {
    const Verdict first = claim.choices.front().verdict;
    const bool same = std::ranges::all_of(
        claim.choices, [&](const MeasureChoice& c) { return c.verdict == first; });
    claim.verdict = same ? first : Verdict::undecidable;
    const ReasonValues values{{"matrix", claim.choices}};
    claim.reasons.insert(
        claim.reasons.begin(),
        same ? reason_of(ReasonCode::measure_open_agrees, {Remark::measure_open_agrees}, values)
             : reason_of(ReasonCode::measure_open, {Remark::measure_open}, values));
}

} // namespace engine
