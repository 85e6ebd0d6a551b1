// SPDX-License-Identifier: MIT
#include "tools/report/alarm_text.hpp"
#include "tools/report/claim_text.hpp"
#include "tools/report/consistency_text.hpp"
#include "tools/report/figures.hpp"
#include "tools/report/lines.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/self_check.hpp"
#include "tools/report/source_text.hpp"
#include "tools/report/text.hpp"
#include "tools/report/timeline.hpp"
#include "tools/report/verification.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace report {
namespace {

using engine::Verdict;

std::string maps_text(const engine::Timeline& timeline, const Language& in) {
    const auto& snapshots = timeline.snapshots;
    if (snapshots.empty()) {
        return in.text("report.maps_none");
    }
    const engine::Date first = snapshots.front().date;
    const engine::Date last = snapshots.back().date;
    const std::map<std::string, std::string> values{{"count", count(snapshots.size())},
                                                    {"first", in.before(first, last)},
                                                    {"last", in.words(last)}};
    return in.text(snapshots.size() == 1 ? "report.maps_one" : "report.maps_many", values);
}

std::vector<Entry> head(const engine::Verification& verification, const Language& in) {
    std::vector<Entry> entries;
    if (const std::string holder = holder_words(verification, in); !holder.empty()) {
        entries.push_back(
            {in.text("label.holder"), in.text("report.holder", {{"holder", holder}}), false});
    }
    for (const engine::SourceReport& source : verification.sources) {
        std::string text = in.text("report.source", {{"name", clean(source.name)},
                                                     {"profile", clean(source.profile)},
                                                     {"maps", maps_text(source.timeline, in)}});
        text += source.credit.empty() ? "" : "; " + clean(source.credit);
        entries.push_back({in.text("label.source"), text, false});
    }
    if (!verification.scale.empty()) {
        entries.push_back({in.text("label.scale"), clean(verification.scale), false});
    }
    return entries;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string list;
    for (const std::string& part : parts) {
        list += (list.empty() ? "" : "; ") + part;
    }
    return list;
}

/// After the verdicts: the alarms that bear on one stand among its reasons.
std::string alarms_text(const engine::Verification& verification, const Language& in,
                        const Screen& screen, Depth depth) {
    std::string result;
    std::vector<Entry> entries;
    for (const engine::SourceReport& source : verification.sources) {
        if (source.alarms.empty()) {
            continue;
        }
        const std::string name = clean(source.name);
        if (depth == Depth::first_screen) {
            entries.push_back(
                {entries.empty() ? in.text("label.alarms") : "",
                 in.text("report.alarms_short",
                         {{"source", name}, {"alarms", joined(alarm_kinds(source.alarms, in))}}),
                 true});
            continue;
        }
        result += '\n' + in.text("report.alarms_of", {{"source", name}}) + '\n';
        for (const std::string& alarm : alarm_lines(source.alarms, in)) {
            result += "  " + wrap(alarm, screen.width, 4) + '\n';
        }
    }
    return entries.empty() ? result : '\n' + entries_text(entries, screen);
}

/// What the claims say of one another: what does not fit, and, explained, what does.
std::string consistency_text(const engine::Verification& verification, const Language& in,
                             const Screen& screen, Depth depth) {
    std::vector<Entry> entries;
    for (const engine::ConsistencyFinding& finding : verification.consistency) {
        if (finding.agrees && depth == Depth::first_screen) {
            continue;
        }
        entries.push_back({in.text(finding.agrees ? "label.fits" : "label.does_not_fit"),
                           consistency_line(finding, Figures(in, screen.unit)), true});
    }
    return entries.empty() ? "" : '\n' + entries_text(entries, screen);
}

/// Who was wrong, where the checks did not agree at once.
std::string check_note(const engine::Verification& verification, const Screen& screen) {
    const std::string note = self_check_note(verification.self_check);
    return note.empty() ? "" : wrap(note, screen.width) + '\n';
}

} // namespace

std::string tally(const engine::Verification& verification, const Language& in) {
    constexpr std::array kOrder{Verdict::consistent, Verdict::overstated, Verdict::understated,
                                Verdict::contradicted, Verdict::undecidable};
    std::string line;
    for (const Verdict verdict : kOrder) {
        const auto n =
            std::ranges::count(verification.claims, verdict, &engine::ClaimVerification::verdict);
        if (n > 0) {
            line += (line.empty() ? "" : ", ") + std::to_string(n) + " " + in.words(verdict);
        }
    }
    const std::size_t claims = verification.claims.size();
    return in.text(claims == 1 ? "report.claims_one" : "report.claims_many",
                   {{"count", count(claims)}}) +
           ": " + line;
}

std::string verification_text(const engine::Verification& verification, const Screen& screen,
                              Depth depth) {
    const Language& in = language_of(verification);
    const std::string title = clean(verification.the_case.title);
    std::string result = title.empty() ? "" : paint(title, Tone::strong, screen) + '\n';
    result += entries_text(head(verification, in), screen);
    for (const engine::ClaimVerification& claim : verification.claims) {
        result += '\n' + claim_text(verification, claim, screen, depth);
    }
    result += alarms_text(verification, in, screen, depth);
    result += consistency_text(verification, in, screen, depth);
    return result + '\n' + tally(verification, in) + "; " +
           check_text(verification.self_check, in) + '\n' + check_note(verification, screen);
}

} // namespace report
