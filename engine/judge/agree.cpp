// SPDX-License-Identifier: MIT
#include "engine/judge/agree.hpp"

#include "engine/judge/reasons.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace engine {
namespace {

/// From the least to the most that any source that covers the period allows.
std::optional<Interval> spread_of(const std::vector<SourceVerdict>& sources) {
    std::optional<Interval> all;
    for (const SourceVerdict& s : sources) {
        const auto& [low, high] = s.measured.interval;
        if (!s.covered || !low || !high) {
            continue;
        }
        all = all ? Interval{std::min(*all->low, *low), std::max(*all->high, *high)}
                  : s.measured.interval;
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

const char* code_of(Joint::Why why) {
    switch (why) {
    case Joint::Why::not_covered:
        return "no_source_covers";
    case Joint::Why::agree:
        return "sources_agree";
    case Joint::Why::more_exact:
        return "more_exact_source";
    case Joint::Why::differ:
        return "sources_differ";
    case Joint::Why::undecided:
        return "no_source_decides";
    }
    return "sources_differ";
}

/// Each source with its verdict, or that it does not cover the period.
Said matrix_of(const std::vector<SourceVerdict>& sources, const Language& language) {
    Said matrix;
    for (const SourceVerdict& s : sources) {
        const std::string separator = matrix.plain.empty() ? "" : ", ";
        matrix.plain += separator + s.source + ": " + (s.covered ? name(s.verdict) : "not covered");
        matrix.words += separator + s.source + ": " +
                        (s.covered ? language.words(s.verdict) : language.text("words.uncovered"));
    }
    return matrix;
}

} // namespace

void agree(ClaimVerification& claim, const Language& language) {
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
    claim.spread = spread_of(claim.by_source);
    std::vector<std::string> keys{code_of(joint.why)};
    SaidValues values{{"matrix", matrix_of(claim.by_source, language)}};
    if (joint.decisive) {
        const std::string& source = claim.by_source[*joint.decisive].source;
        values["source"] = {source, source};
    }
    if (claim.spread) {
        keys.emplace_back("sources_spread");
        values["spread"] = {Language::of("en").words(*claim.spread), language.words(*claim.spread)};
    }
    claim.reasons.push_back(say(language, code_of(joint.why), keys, values));
}

void weigh_choices(ClaimVerification& claim, const Language& language) {
    Said matrix;
    for (const MeasureChoice& choice : claim.choices) {
        const std::string separator = matrix.plain.empty() ? "" : ", ";
        matrix.plain += separator + name(choice.measure) + ": " + name(choice.verdict);
        matrix.words +=
            separator + language.words(choice.measure) + ": " + language.words(choice.verdict);
    }
    const Verdict first = claim.choices.front().verdict;
    const bool same = std::ranges::all_of(
        claim.choices, [&](const MeasureChoice& c) { return c.verdict == first; });
    claim.verdict = same ? first : Verdict::undecidable;
    const char* code = same ? "measure_open_agrees" : "measure_open";
    claim.reasons.insert(claim.reasons.begin(), say(language, code, {code}, {{"matrix", matrix}}));
}

} // namespace engine
