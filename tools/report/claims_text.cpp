// SPDX-License-Identifier: MIT
#include "tools/report/claims.hpp"
#include "tools/report/consistency_text.hpp"
#include "tools/report/numbers.hpp"
#include "tools/report/text.hpp"
#include "tools/report/warning_text.hpp"

namespace report {
namespace {

std::string stated_figure(const engine::TextClaim& claim, AreaUnit unit) {
    if (claim.count) {
        return number(*claim.count, 0) + " places";
    }
    if (!claim.figure_km2) {
        return "-";
    }
    const bool is_rate = claim.kind == engine::ClaimKind::kRate;
    return round_area(*claim.figure_km2, unit) + (is_rate ? " a day" : "");
}

std::string day(const engine::StatedDay& stated) {
    return stated.date            ? stated.date->iso()
           : stated.words.empty() ? ""
                                  : "“" + clean(stated.words) + "” (which day?)";
}

constexpr std::size_t kMostContext = 60; // columns on either side

/// The words of a claim in their sentence: what stands before and after, cut where it is long.
std::string in_sentence(const engine::TextClaim& claim, const Screen& screen) {
    const std::size_t at = claim.sentence.find(claim.text);
    if (at == std::string::npos) {
        return wrap(clean(claim.sentence), screen.width, 4);
    }
    const std::string before = clean(claim.sentence.substr(0, at));
    const std::string after = clean(claim.sentence.substr(at + claim.text.size()));
    return wrap(shorten_start(before, kMostContext) + clean(claim.text) +
                    shorten_end(after, kMostContext),
                screen.width, 4);
}

// What the reader found besides the figure, in the order a person asks for it.
std::vector<std::string> details(const engine::TextClaim& claim, AreaUnit unit) {
    std::vector<std::string> lines;
    std::string facts = engine::name(claim.kind);
    const auto add = [&](const std::string& label, const std::string& value) {
        facts += value.empty() ? "" : "; " + label + (label.empty() ? "" : " ") + value;
    };
    if (claim.lenient && !claim.count) {
        add("fits", round_figure(claim.lenient->low_km2, unit) + " … " +
                        round_area(claim.lenient->high_km2, unit));
    }
    add("hedge", claim.hedge);
    add("yardstick", clean(claim.yardstick));
    add("", claim.measure ? engine::name(*claim.measure) : "");
    add("since", day(claim.since));
    add("as of", day(claim.as_of));
    add("said", day(claim.stated));
    add("by", clean(claim.speaker));
    add("in", clean(claim.outlet));
    add("language", claim.lang);
    if (!claim.again.empty()) {
        facts += "; said " + std::to_string(claim.again.size() + 1) + " times";
    }
    lines.push_back(facts);
    for (const engine::Reading& reading : claim.readings) {
        lines.push_back("or " + round_area(reading.figure_km2, unit) + ": " +
                        clean(Language::of("en").words(reading)));
    }
    return lines;
}

} // namespace

std::string claims_text(const ReadText& text, const Screen& screen) {
    if (text.claims.empty()) {
        return "no claim about an area found\n";
    }
    std::string result;
    for (const engine::TextClaim& claim : text.claims) {
        const AreaUnit unit = settled(screen.unit, claim.unit);
        result += paint(stated_figure(claim, unit), Tone::strong, screen) + "  “" +
                  wrap(clean(claim.text), screen.width, 4) + "”  " +
                  paint(std::to_string(claim.line) + ":" + std::to_string(claim.column),
                        Tone::faint, screen) +
                  '\n' + "    " + paint(in_sentence(claim, screen), Tone::faint, screen) + '\n';
        for (const std::string& line : details(claim, unit)) {
            result += "    " + wrap(line, screen.width, 4) + '\n';
        }
        for (const engine::ClaimWarning& warning : claim.warnings) {
            result += "    " + paint("warning: ", Tone::warning, screen) +
                      wrap(clean(warning_text(warning, Language::of("en"))), screen.width, 4) +
                      '\n';
        }
    }
    const Figures figures(Language::of("en"), screen.unit);
    for (const engine::Consistency& found : text.consistency) {
        result += paint(found.agrees ? "consistent: " : "inconsistent: ",
                        found.agrees ? Tone::faint : Tone::warning, screen) +
                  wrap(clean(consistency_text(found.figures, figures)), screen.width, 4) + '\n';
    }
    return result;
}

namespace {

std::string whole(double square_kilometres, AreaUnit unit) {
    return number(square_kilometres / km2_in(unit), 0);
}

/// The lowest and the highest of the sources, where they disagree beyond land and total.
std::string published(const engine::Yardstick& yardstick, AreaUnit unit) {
    const bool same =
        yardstick.low_km2 == yardstick.land_km2 && yardstick.high_km2 == yardstick.total_km2;
    return same ? "" : whole(yardstick.low_km2, unit) + " … " + whole(yardstick.high_km2, unit);
}

} // namespace

std::string yardsticks_text(const std::vector<const engine::Yardstick*>& yardsticks,
                            const Screen& screen) {
    Table table({{"name"},
                 {"kind"},
                 {std::string("land, ") + symbol(screen.unit), Align::decimal},
                 {std::string("total, ") + symbol(screen.unit), Align::decimal},
                 {std::string("published, ") + symbol(screen.unit), Align::right},
                 {"year", Align::right},
                 {"source", Align::left, true}});
    for (const engine::Yardstick* yardstick : yardsticks) {
        table.add({Cell(clean(yardstick->name), Tone::strong), clean(yardstick->kind),
                   whole(yardstick->land_km2, screen.unit),
                   whole(yardstick->total_km2, screen.unit), published(*yardstick, screen.unit),
                   std::to_string(yardstick->year), clean(yardstick->source)});
    }
    std::string result = table.text(screen);
    for (const engine::Yardstick* yardstick : yardsticks) {
        if (!yardstick->note.empty()) {
            result +=
                wrap(clean(yardstick->name) + ": " + clean(yardstick->note), screen.width, 2) +
                '\n';
        }
    }
    return result;
}

} // namespace report
