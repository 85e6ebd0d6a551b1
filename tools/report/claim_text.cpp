// SPDX-License-Identifier: MIT
#include "tools/report/claim_text.hpp"

#include "engine/claims/read_claims.hpp"
#include "engine/judge/agree.hpp"
#include "tools/report/figures.hpp"
#include "tools/report/lines.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/region_name.hpp"
#include "tools/report/source_text.hpp"
#include "tools/report/text.hpp"
#include "tools/report/verdict_sentence.hpp"
#include "tools/report/warning_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace report {
namespace {

using engine::SourceVerdict;
using engine::Verdict;
using Values = std::map<std::string, std::string>;

constexpr std::size_t kMostSources = 4;
constexpr std::size_t kSourceLines = 2; // more sources share a line

std::string quoted_claim(const engine::Claim& claim, const Language& in) {
    const std::string quote = in.text("report.quote", {{"text", clean(claim.text)}});
    const std::string day = claim.stated ? in.words(*claim.stated) : "";
    const std::string speaker = clean(claim.speaker);
    const std::string who =
        speaker.empty() ? day
        : day.empty()   ? speaker
                        : in.text("report.said_by_on", {{"speaker", speaker}, {"day", day}});
    return who.empty() ? quote : in.text("report.said", {{"quote", quote}, {"who", who}});
}

std::string named(const std::string& section, const std::string& id, const Language& in) {
    const auto found = in.find(section + "." + id);
    return found ? std::string(*found) : clean(id);
}

std::vector<Entry> source_entries(const engine::ClaimVerification& claim, const Figures& figures) {
    const Language& in = figures.language();
    std::vector<Entry> entries;
    std::string rest; // behind the first ones, where there is no line for each
    for (const SourceVerdict& found : claim.by_source) {
        const std::string line = one_source(found, figures);
        const auto at = static_cast<std::size_t>(&found - claim.by_source.data());
        if (at == kMostSources) {
            const std::size_t more = claim.by_source.size() - kMostSources;
            rest += " " + in.text("report.more_sources", {{"count", std::to_string(more)}});
            break;
        }
        if (claim.by_source.size() <= kSourceLines) {
            entries.push_back({"", line, false});
        } else {
            rest += (rest.empty() ? "" : "; ") + line;
        }
    }
    if (!rest.empty()) {
        entries.push_back({"", rest, true});
    }
    return entries;
}

} // namespace

std::string how_read(const engine::Claim& claim, const Figures& figures) {
    const Language& in = figures.language();
    const engine::TextClaim& words = claim.figure;
    const std::string lang = claim.lang.empty() ? engine::detect_language(claim.text) : claim.lang;
    std::string text = named("language", lang == "no" ? "nb" : lang, in);
    if (words.figure_km2) {
        text += "; " + figures.words(shapes::Area::from_km2(*words.figure_km2));
    }
    text += words.unit.empty() ? "" : "; " + named("unit", words.unit, in);
    const std::string yardstick = clean(yardstick_words(words, in));
    text += yardstick.empty() ? "" : "; " + yardstick;
    text += "; " + named("hedge", words.hedge.empty() ? "bare" : words.hedge, in);
    return text + "; " +
           (claim.measure_open ? in.text("report.direction_open")
                               : measure_alone(claim.measure, in));
}

const SourceVerdict& told_source(const engine::ClaimVerification& claim) {
    const SourceVerdict* told = engine::clearest_source(claim);
    return told != nullptr ? *told : claim.by_source.front();
}

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

std::string check_text(const engine::SelfCheck& check, const Language& language) {
    const Values values{{"method", clean(check.second_method)}, {"error", clean(check.error)}};
    // A second method that was found to be wrong does not confirm anything; the note says so.
    const bool alone = check.second_method.empty() || check.finding != engine::CheckFinding::agreed;
    return language.text(!check.ok
                             ? check.error.empty() ? "report.check_failed" : "report.check_error"
                         : alone ? "report.check_alone"
                                 : "report.check_passed",
                         values);
}

namespace {

/// What the wording covers, at its word and taken kindly.
std::string bands_text(const engine::Claim& claim, const Figures& figures) {
    const auto& [strict, lenient] = std::pair(claim.figure.strict, claim.figure.lenient);
    return strict && lenient
               ? figures.language().text("report.bands", {{"strict", figures.words(*strict)},
                                                          {"lenient", figures.words(*lenient)}})
               : "";
}

/// What stands under the verdict's sentence on the first screen.
void add_short(std::vector<Entry>& entries, const engine::Verification& verification,
               const engine::ClaimVerification& claim, const Figures& figures,
               const std::string& but) {
    const Language& in = figures.language();
    const SourceVerdict& told = told_source(claim);
    const auto add = [&](const char* key, const std::string& text, bool may_go = false) {
        if (!text.empty()) {
            entries.push_back({in.text(std::string("label.") + key), text, true, may_go});
        }
    };
    const bool open = is_open_measure(claim); // what is told of one measure would mislead
    if (claim.by_source.size() > 1 && !open) {
        const std::vector<Entry> sources = source_entries(claim, figures);
        entries.insert(entries.end(), sources.begin(), sources.end());
    }
    add("but", but);
    if (!but.empty()) {
        entries.back().last_cut = true;
    }
    if (!open) {
        add("needed",
            claim.verdict == Verdict::undecidable ? clean(would_decide_text(told.would_decide, in))
                                                  : "",
            true);
        add("sure", how_sure(verification, told, figures));
        add("another_day", another_day(told, figures));
    }
    add("maps", maps_of(told, in));
    add("read", how_read(claim.claim, figures));
    add("note",
        claim.claim.warnings.empty() ? "" : clean(warning_text(claim.claim.warnings.front(), in)),
        true);
}

/// What each source has to say.
void add_sources(std::vector<Entry>& entries, const engine::Verification& verification,
                 const engine::ClaimVerification& claim, const Figures& figures) {
    for (const SourceVerdict& found : claim.by_source) {
        if (claim.by_source.size() > 1) {
            entries.push_back(
                {figures.language().text("label.source"), one_source(found, figures), false});
        }
        const std::vector<Entry> more = source_details(verification, found, figures);
        entries.insert(entries.end(), more.begin(), more.end());
    }
}

/// The same in full.
void add_explained(std::vector<Entry>& entries, const engine::Verification& verification,
                   const engine::ClaimVerification& claim, const Figures& figures,
                   const std::string& sentence) {
    const Language& in = figures.language();
    const SourceVerdict& told = told_source(claim);
    for (const engine::Reason& reason : claim.reasons) {
        const bool of_source =
            claim.by_source.size() == 1 &&
            std::ranges::any_of(claim.by_source.front().reasons,
                                [&](const engine::Reason& r) { return r.code == reason.code; });
        const std::string text = clean(reason_text(reason, figures, told.measured.sigma));
        if (!of_source && text != sentence) {
            entries.push_back({in.text("label.but"), text, false});
        }
    }
    if (is_open_measure(claim)) { // what is told of one measure would mislead
        entries.push_back({in.text("label.maps"), maps_of(told, in), false});
    } else {
        add_sources(entries, verification, claim, figures);
    }
    entries.push_back({in.text("label.read"), how_read(claim.claim, figures), false});
    entries.push_back({"", bands_text(claim.claim, figures), false});
    for (const engine::ClaimWarning& warning : claim.claim.warnings) {
        entries.push_back({in.text("label.note"), clean(warning_text(warning, in)), false});
    }
}

} // namespace

std::string claim_text(const engine::Verification& verification,
                       const engine::ClaimVerification& claim, const Screen& screen, Depth depth) {
    const Language& in = language_of(verification);
    const Figures figures(in, settled(screen.unit, claim.claim.figure.unit));
    const bool is_short = depth == Depth::first_screen;
    const Sentence sentence = verdict_sentence(verification, claim, figures);
    std::vector<Entry> entries{{"", quoted_claim(claim.claim, in), false},
                               {"", sentence.text, false}};
    if (!claim.label.empty()) {
        entries.push_back({in.text("label.scale"), clean(claim.label), false});
    }
    if (is_short) {
        add_short(entries, verification, claim, figures, sentence.but);
    } else {
        add_explained(entries, verification, claim, figures, sentence.text);
    }
    entries.push_back({in.text("label.checked"), check_text(verification.self_check, in), true});
    const std::size_t most = is_short ? kClaimLines - 1 : 0;
    return paint(capitals(in.words(claim.verdict)), tone_of(claim.verdict), screen) + "  " +
           paint(clean(claim.claim.id), Tone::strong, screen) + '\n' +
           entries_text(entries, screen, most);
}

} // namespace report
