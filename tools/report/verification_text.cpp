// SPDX-License-Identifier: MIT
#include "tools/report/numbers.hpp"
#include "tools/report/text.hpp"
#include "tools/report/timeline.hpp"
#include "tools/report/verification.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace report {
namespace {

using engine::SourceVerdict;
using engine::Verdict;

constexpr std::size_t kLabelWidth = 15;

Tone tone_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::consistent:
        return Tone::good;
    case Verdict::overstated:
    case Verdict::understated:
    case Verdict::contradicted:
        return Tone::bad;
    case Verdict::undecidable:
        return Tone::warning;
    }
    return Tone::plain;
}

std::string capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

// "  label        text", wrapped under the text.
std::string labelled(const std::string& label, const std::string& text, const Screen& screen) {
    const std::string start =
        "  " + label + std::string(kLabelWidth - 2 - std::min(label.size(), kLabelWidth - 3), ' ');
    const std::size_t room = screen.width > kLabelWidth + 20 ? screen.width - kLabelWidth : 20;
    std::string body = wrap(text, room);
    for (std::size_t at = body.find('\n'); at != std::string::npos; at = body.find('\n', at + 1)) {
        body.insert(at + 1, std::string(kLabelWidth, ' '));
    }
    return paint(start, Tone::faint, screen) + body + '\n';
}

std::string band_text(const engine::Band& band) {
    return round_km2(band.low_km2) + " … " + round_km2(band.high_km2);
}

std::string claim_line(const engine::Claim& claim) {
    std::string line = "“" + clean(claim.text) + "”";
    line += claim.speaker.empty() ? "" : " (" + clean(claim.speaker) + ")";
    return line;
}

// What the claim says, in figures and days.
std::string stated_line(const engine::Claim& claim) {
    const engine::TextClaim& figure = claim.figure;
    std::string line = claim.measure_open ? "" : std::string(engine::name(claim.measure)) + " ";
    line += figure.figure_km2 ? round_km2(*figure.figure_km2) + " km²" : "no figure";
    if (claim.measure != engine::Measure::held && claim.since) {
        line += " since " + claim.since->iso();
    }
    line += claim.end()
                ? (claim.measure == engine::Measure::held ? " on " : " by ") + claim.end()->iso()
                : "";
    if (figure.strict && figure.lenient) {
        line += "; the words cover " + band_text(*figure.strict) + " km², loosely " +
                band_text(*figure.lenient);
    }
    return line;
}

std::string bound_text(const std::optional<shapes::Area>& bound, const char* open) {
    return bound ? round_km2(bound->km2()) : open;
}

std::string interval_text(const engine::Interval& interval) {
    if (!interval.low && !interval.high) {
        return "nothing: no map bounds it";
    }
    return bound_text(interval.low, "?") + " … " + bound_text(interval.high, "?") + " km²";
}

std::string measured_line(const engine::Measured& measured) {
    std::string line;
    if (measured.best) {
        line = round_km2(measured.best->km2());
        const bool has_interval = measured.interval.low && measured.interval.high &&
                                  *measured.interval.low != *measured.interval.high;
        line += measured.sigma ? " ± " + round_km2(measured.sigma->km2()) : "";
        line += " km²";
        line += has_interval ? " (" + interval_text(measured.interval) + ")" : "";
    } else {
        line = interval_text(measured.interval) + "; no map tells which";
    }
    return line;
}

std::string simulated_line(const engine::SimulatedInterval& simulated) {
    return "95 % in " + interval_text(simulated.interval) + " by " +
           count(static_cast<std::size_t>(simulated.runs)) + " runs (" +
           engine::name(simulated.model) + ", seed " + std::to_string(simulated.seed) + "); ± " +
           round_km2(simulated.sigma.km2()) + " km²";
}

// The maps that the figure comes from, and what each gives.
std::string maps_line(const engine::Measured& measured) {
    std::string line;
    const auto& before = measured.bracket.before;
    const auto& after = measured.bracket.after;
    const auto add = [&](const engine::DatedArea& dated) {
        line += (line.empty() ? "" : "; ") + round_km2(dated.area.km2()) + " km² on the map of " +
                dated.date.iso();
    };
    if (before) {
        add(*before);
    }
    if (after && (!before || after->date != before->date)) {
        add(*after);
    }
    if (measured.baseline_before || measured.baseline_after) {
        const engine::Date first =
            measured.baseline_before ? *measured.baseline_before : *measured.baseline_after;
        line += "; counted from the map of " + first.iso();
        if (measured.baseline_before && measured.baseline_after &&
            *measured.baseline_after != *measured.baseline_before) {
            line += " or " + measured.baseline_after->iso();
        }
    }
    return line;
}

std::string classes_line(const engine::Measured& measured) {
    std::string line;
    for (const engine::ClassTotal& total : measured.classes) {
        line += (line.empty() ? "" : "; ") + std::string(engine::name(total.level)) + " " +
                interval_text(total.measured) + ": " + engine::name(total.verdict);
    }
    return line;
}

std::string probability_line(const engine::Probability& p) {
    return "consistent " + percent(p.consistent) + ", overstated " + percent(p.overstated) +
           ", understated " + percent(p.understated);
}

std::string source_lines(const SourceVerdict& found, bool several, const Screen& screen) {
    std::string result;
    if (several) {
        result += "  " +
                  paint(clean(found.source) + ": " +
                            (found.covered ? engine::name(found.verdict) : "not covered"),
                        tone_of(found.verdict), screen) +
                  (found.label.empty() ? "" : " (" + clean(found.label) + ")") + '\n';
    }
    result += labelled("measured", measured_line(found.measured), screen);
    if (found.measured.simulated) {
        result += labelled("simulated", simulated_line(*found.measured.simulated), screen);
    }
    if (const std::string maps = maps_line(found.measured); !maps.empty()) {
        result += labelled("maps", maps, screen);
    }
    const char* label = "why";
    for (const engine::Reason& reason : found.reasons) {
        result += labelled(label, clean(reason.text), screen);
        label = "";
    }
    if (found.measured.classes.size() > 1) {
        result += labelled("classes", classes_line(found.measured), screen);
    }
    if (found.probability && found.verdict == Verdict::undecidable) {
        result += labelled("chances", probability_line(*found.probability), screen);
    }
    if (!found.would_decide.empty()) {
        result += labelled("would decide", clean(found.would_decide), screen);
    }
    return result;
}

std::string claim_block(const engine::ClaimVerification& verified, const Screen& screen) {
    const Screen& s = screen;
    std::string result =
        paint(capitals(engine::name(verified.verdict)), tone_of(verified.verdict), s) + "  " +
        paint(clean(verified.claim.id), Tone::strong, s) + '\n';
    if (!verified.label.empty()) {
        result += labelled("scale", clean(verified.label), s);
    }
    result += labelled("claim", claim_line(verified.claim), s);
    result += labelled("stated", stated_line(verified.claim), s);
    if (!verified.choices.empty()) {
        result += labelled("open", clean(verified.reasons.front().text), s);
    }
    for (const SourceVerdict& found : verified.by_source) {
        result += source_lines(found, verified.by_source.size() > 1, s);
    }
    if (verified.by_source.size() > 1) {
        for (const engine::Reason& reason : verified.reasons) {
            result += labelled("together", clean(reason.text), s);
        }
    }
    for (const std::string& warning : verified.claim.warnings) {
        result += labelled("note", clean(warning), s);
    }
    return result;
}

std::string source_line(const engine::SourceReport& source, const Screen& screen) {
    std::string line = clean(source.name) + " (profile " + clean(source.profile) + "): ";
    const auto& snapshots = source.timeline.snapshots;
    line += count(snapshots.size()) + (snapshots.size() == 1 ? " map" : " maps");
    if (!snapshots.empty()) {
        line += ", " + snapshots.front().date.iso() + " … " + snapshots.back().date.iso();
    }
    line += source.credit.empty() ? "" : "; " + clean(source.credit);
    return labelled("source", line, screen);
}

std::string tally(const engine::Verification& verification) {
    constexpr std::array kOrder{Verdict::consistent, Verdict::overstated, Verdict::understated,
                                Verdict::contradicted, Verdict::undecidable};
    std::string line;
    for (const Verdict verdict : kOrder) {
        const auto n = std::count_if(
            verification.claims.begin(), verification.claims.end(),
            [&](const engine::ClaimVerification& claim) { return claim.verdict == verdict; });
        if (n > 0) {
            line += (line.empty() ? "" : ", ") + std::to_string(n) + " " + engine::name(verdict);
        }
    }
    const std::size_t claims = verification.claims.size();
    return count(claims) + (claims == 1 ? " claim: " : " claims: ") + line;
}

std::string check_line(const engine::SelfCheck& check) {
    if (!check.error.empty()) {
        return "failed: " + clean(check.error);
    }
    if (check.second_method.empty()) {
        return check.ok ? "passed" : "failed";
    }
    return check.ok ? "passed; " + check.second_method + " finds the same areas"
                    : "failed; " + check.second_method + " finds other areas";
}

} // namespace

std::string verification_text(const engine::Verification& verification, const Screen& screen) {
    const engine::Case& the_case = verification.the_case;
    std::string result;
    if (!the_case.title.empty()) {
        result += paint(clean(the_case.title), Tone::strong, screen) + '\n';
    }
    if (!the_case.holder.empty()) {
        result += labelled(
            "holder", clean(the_case.holder) + " (lost and gained are seen from here)", screen);
    }
    for (const engine::SourceReport& source : verification.sources) {
        result += source_line(source, screen);
    }
    if (verification.options.scale) {
        result += labelled("scale", clean(verification.options.scale->name), screen);
    }
    for (const engine::ClaimVerification& claim : verification.claims) {
        result += '\n' + claim_block(claim, screen);
    }
    // After the verdicts: those that bear on one stand among its reasons.
    for (const engine::SourceReport& source : verification.sources) {
        const std::vector<std::string> alarms = alarm_lines(source.alarms);
        result += alarms.empty() ? "" : "\nAlarms of the source " + clean(source.name) + '\n';
        for (const std::string& alarm : alarms) {
            result += "  " + wrap(alarm, screen.width, 4) + '\n';
        }
    }
    for (const engine::ConsistencyFinding& finding : verification.consistency) {
        std::string ids;
        for (const std::string& id : finding.claims) {
            ids += (ids.empty() ? "" : ", ") + id;
        }
        result += '\n' + labelled(finding.agrees ? "consistency" : "inconsistent",
                                  clean(ids + ": " + finding.text), screen);
    }
    return result + '\n' + tally(verification) + "; self-check " +
           check_line(verification.self_check) + '\n';
}

} // namespace report
