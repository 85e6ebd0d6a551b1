// SPDX-License-Identifier: MIT
#include "tools/report/verdict_sentence.hpp"

#include "tools/report/claim_text.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/source_text.hpp"
#include "tools/report/star.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace report {
namespace {

using engine::Date;
using engine::Decision;
using engine::Reason;
using engine::ReasonCode;
using engine::SourceVerdict;
using engine::Verdict;

const Reason* reason_of(const std::vector<Reason>& reasons, ReasonCode code) {
    const auto found = std::ranges::find(reasons, code, &Reason::code);
    return found == reasons.end() ? nullptr : &*found;
}

/// Reasons without which the sentence would mislead, the weightiest first.
constexpr std::array kButs{ReasonCode::place_needs_region,
                           ReasonCode::share_needs_region,
                           ReasonCode::rate_needs_window,
                           ReasonCode::window_is_empty,
                           ReasonCode::part_excepted,
                           ReasonCode::of_another,
                           ReasonCode::nothing_drawn,
                           ReasonCode::way_open,
                           ReasonCode::measure_open,
                           ReasonCode::measure_open_agrees,
                           ReasonCode::more_exact_source,
                           ReasonCode::definition_break,
                           ReasonCode::omission_in_place,
                           ReasonCode::figure_open,
                           ReasonCode::choice_open,
                           ReasonCode::gross_agrees,
                           ReasonCode::gross_meant,
                           ReasonCode::rests_on_alarm,
                           ReasonCode::rate,
                           ReasonCode::omission_added,
                           ReasonCode::file_repeats_map};

/// Reasons for which what was measured in a place means nothing: they are the sentence.
constexpr std::array kInstead{ReasonCode::not_in_place, ReasonCode::omission_in_place,
                              ReasonCode::nothing_drawn};

/// What the sources say together.
constexpr std::array kJoint{ReasonCode::sources_agree, ReasonCode::more_exact_source,
                            ReasonCode::no_source_covers, ReasonCode::no_source_decides,
                            ReasonCode::sources_differ};

std::string but_of(const engine::ClaimVerification& claim, const SourceVerdict& told,
                   const Figures& figures) {
    for (const ReasonCode code : kButs) {
        for (const auto* reasons : {&claim.reasons, &told.reasons}) {
            if (const Reason* reason = reason_of(*reasons, code)) {
                return clean(reason_text(*reason, figures, told.measured.sigma));
            }
        }
    }
    return "";
}

std::optional<Date> first_day(const engine::ClaimVerification& claim, const SourceVerdict& told) {
    const engine::Measured& m = told.measured;
    return claim.claim.since   ? claim.claim.since
           : m.baseline_before ? m.baseline_before
                               : m.baseline_after;
}

std::optional<Date> last_day(const engine::ClaimVerification& claim, const SourceVerdict& told) {
    const engine::Bracket& bracket = told.measured.bracket;
    return claim.claim.end() ? claim.claim.end()
           : bracket.before  ? std::optional(bracket.before->date)
           : bracket.after   ? std::optional(bracket.after->date)
                             : std::nullopt;
}

/// "area lost from 1 to 8 September 2022".
std::string what(const engine::ClaimVerification& claim, const SourceVerdict& told,
                 const Language& in) {
    std::string measure = in.words(claim.claim.measure);
    const auto first = first_day(claim, told);
    const auto last = last_day(claim, told);
    if (!last) {
        return measure;
    }
    if (claim.claim.measure == engine::Measure::held) {
        return in.text("report.on_day", {{"measure", measure}, {"last", in.words(*last)}});
    }
    if (!first || *first >= *last) {
        return in.text("report.period_to", {{"measure", measure}, {"last", in.words(*last)}});
    }
    return in.text(
        "report.period",
        {{"measure", measure}, {"first", in.before(*first, *last)}, {"last", in.words(*last)}});
}

const char* key_of_undecidable(Decision::Why why) {
    switch (why) {
    case Decision::Why::too_wide:
        return "report.wide";
    case Decision::Why::too_rough:
        return "report.rough";
    case Decision::Why::unbounded:
        return "report.unbounded";
    case Decision::Why::not_compared:
    case Decision::Why::inside:
    case Decision::Why::within_error:
    case Decision::Why::apart:
        break;
    }
    return "report.open";
}

/// Whether the comparison is told so: `comparison_close`, outside what the words cover by less than
/// anybody would call wrong; `comparison_measured`, beyond an end that they leave open.
bool is_told(const SourceVerdict& told, engine::Remark remark) {
    const Reason* comparison = reason_of(told.reasons, ReasonCode::comparison);
    return comparison != nullptr &&
           std::ranges::find(comparison->remarks, remark) != comparison->remarks.end();
}

const char* key_of(const SourceVerdict& told) {
    const bool turned = told.verdict != told.decision.verdict;
    if (told.verdict == Verdict::contradicted) {
        return "report.contradicted";
    }
    if (told.verdict == Verdict::undecidable && !turned) {
        return key_of_undecidable(told.decision.why);
    }
    if (turned || reason_of(told.reasons, ReasonCode::gross_meant) != nullptr) {
        return "report.open";
    }
    return told.verdict == Verdict::overstated                  ? "report.overstated"
           : told.verdict == Verdict::understated               ? "report.understated"
           : is_told(told, engine::Remark::comparison_measured) ? "report.far_beyond"
           : told.decision.why == Decision::Why::within_error   ? "report.close"
           : is_told(told, engine::Remark::comparison_close)    ? "report.near"
                                                                : "report.consistent";
}

std::string of_source(const engine::Verification& verification,
                      const engine::ClaimVerification& claim, const SourceVerdict& told,
                      const Figures& figures) {
    const Language& in = figures.language();
    const auto source =
        std::ranges::find(verification.sources, told.source, &engine::SourceReport::name);
    const bool known = source != verification.sources.end() && !source->timeline.snapshots.empty();
    if (reason_of(told.reasons, ReasonCode::not_covered) != nullptr && known) {
        return in.text("report.uncovered", {{"first", in.words(source->timeline.first().date)},
                                            {"last", in.words(source->timeline.last().date)}});
    }
    const auto instead = std::ranges::find_first_of(told.reasons, kInstead, {}, &Reason::code);
    if (instead != told.reasons.end()) {
        return clean(reason_text(*instead, figures));
    }
    const auto& band = claim.claim.figure.lenient;
    return in.text(key_of(told), {{"what", what(claim, told, in)},
                                  {"measured", compared_figure(told, figures)},
                                  {"stated", band ? figures.words(*band) : "?"}});
}

} // namespace

Sentence verdict_sentence(const engine::Verification& verification,
                          const engine::ClaimVerification& claim, const Figures& figures) {
    const SourceVerdict& told = told_source(claim);
    Sentence sentence{of_source(verification, claim, told, figures), but_of(claim, told, figures)};
    if (is_open_measure(claim)) {
        std::swap(sentence.text, sentence.but); // what is said of one measure says nothing here
        sentence.but.clear();
    } else if (claim.by_source.size() > 1 && claim.verdict == Verdict::undecidable) {
        const auto joint = std::ranges::find_first_of(claim.reasons, kJoint, {}, &Reason::code);
        if (joint != claim.reasons.end()) {
            sentence.text = clean(reason_text(*joint, figures, told.measured.sigma));
        }
    }
    if (sentence.but == sentence.text) {
        sentence.but.clear();
    }
    return sentence;
}

bool is_open_measure(const engine::ClaimVerification& claim) {
    return !claim.choices.empty();
}

std::string one_source(const SourceVerdict& found, const Figures& figures) {
    const Language& in = figures.language();
    const engine::Measured& measured = found.measured;
    if (!found.covered && !found.broken_by) { // how far the maps reach says nothing of the claim
        return in.text("report.uncovered_source",
                       {{"source", clean(found.source)}, {"verdict", in.text("words.uncovered")}});
    }
    return in.text(
        "report.one_source",
        {{"source", clean(found.source)},
         {"measured", measured.best ? starred(figures.plus_minus(*measured.best + found.added(),
                                                                 measured.sigma),
                                              found.way_open.has_value())
                                    : compared_figure(found, figures)},
         {"verdict", found.covered ? in.words(found.verdict) : in.text("words.uncovered")}});
}

} // namespace report
