// SPDX-License-Identifier: MIT
// The reasons that tell what was made of a claim's words before they were compared with the maps.
#include "engine/judge/reasons.hpp"

#include <cstdio>
#include <utility>

namespace engine {
namespace {

/// The text that tells what is missing.
const char* code_of(StatedClaim::Missing missing) {
    switch (missing) {
    case StatedClaim::Missing::window:
        return "rate_needs_window";
    case StatedClaim::Missing::days:
        return "window_is_empty";
    case StatedClaim::Missing::region:
        return "share_needs_region";
    case StatedClaim::Missing::nothing:
        break;
    }
    return "";
}

/// For machines: km² in full.
Said said(const Language& language, double km2) {
    char text[400]; // the largest double has 309 digits
    std::snprintf(text, sizeof text, "%.6f", km2);
    return {text, language.words(shapes::Area::from_km2(km2))};
}

std::vector<Reason> rate_reasons(const StatedClaim& stated, const Language& language) {
    const std::string days = std::to_string(stated.rate->days);
    return {say(language, "rate", {"rate"},
                {{"rate_km2", said(language, stated.rate->km2_a_day)},
                 {"days", {days, days}},
                 {"figure_km2", said(language, *stated.claim.figure.figure_km2)}})};
}

std::vector<Reason> share_reasons(const StatedClaim& stated, const Language& language) {
    if (!stated.share->differ) {
        return {};
    }
    return {say(language, "share_denominators", {"share_denominators"},
                {{"polygon_km2", said(language, *stated.share->polygon_km2)},
                 {"published_km2", said(language, stated.share->published_km2)}})};
}

} // namespace

void explain_statement(SourceVerdict& verdict, const StatedClaim& stated, bool next_day,
                       const Language& language) {
    std::vector<Reason> first;
    const auto add = [&](std::vector<Reason> more) {
        first.insert(first.end(), more.begin(), more.end());
    };
    if (stated.missing != StatedClaim::Missing::nothing) {
        verdict.verdict = Verdict::undecidable;
        verdict.probability.reset(); // of a comparison that means nothing
        verdict.strict_probability.reset();
        verdict.ratio.reset();
        const char* code = code_of(stated.missing);
        add({say(language, code, {code}, {})});
        verdict.would_decide = language.text(std::string("would_decide.") + code);
    }
    if (stated.rate) {
        add(rate_reasons(stated, language));
    }
    if (stated.share) {
        add(share_reasons(stated, language));
    }
    if (next_day) {
        const Date day = *stated.claim.as_of;
        add({say(language, "evening_before", {"evening_before"},
                 {{"day", {day.iso(), language.words(day)}},
                  {"map_day", {day.plus_days(1).iso(), language.words(day.plus_days(1))}}})});
    }
    verdict.reasons.insert(verdict.reasons.begin(), first.begin(), first.end());
}

} // namespace engine
