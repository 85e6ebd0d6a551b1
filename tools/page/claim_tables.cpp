// SPDX-License-Identifier: MIT
#include "tools/page/claim_section.hpp"
#include "tools/page/html_table.hpp"
#include "tools/report/verdict_sentence.hpp"

namespace page {
namespace {

using chart::element;
using chart::Markup;

// A verdict in a table: its symbol and its word.
Markup small_verdict(engine::Verdict verdict, const Words& words) {
    return element("span", {{"class", "mini " + symbol(verdict)}},
                   icon(verdict) + Markup::text(words.say(verdict)));
}

std::string shift_words(const engine::Shift& shift, const Words& words) {
    const bool day = shift.of == engine::Shift::Of::day;
    return words.text(day ? "shift.day" : "shift.baseline", {{"day", words.say(shift.date)}});
}

Markup sensitivity(const ClaimView& view) {
    if (view.found == nullptr || view.found->sensitivity.empty()) {
        return {};
    }
    std::vector<std::vector<Markup>> rows;
    for (const engine::Shift& shift : view.found->sensitivity) {
        const auto& sigma = view.found->measured.sigma;
        rows.push_back({Markup::text(shift_words(shift, view.words)),
                        Markup::text(shift.best ? view.figures.words(*shift.best, sigma)
                                                : view.figures.words(shift.interval, sigma)),
                        small_verdict(shift.verdict, view.words)});
    }
    const Words& words = view.words;
    return html_table(words.text("shift.title"),
                      {{words.text("shift.if"), false},
                       {words.text("table.measured"), true},
                       {words.text("table.verdict"), false}},
                      rows);
}

std::string baseline_words(const engine::Measured& measured, const Words& words) {
    const auto day = [&](engine::Date date) { return words.chart().day_and_year(date); };
    const auto& first = measured.baseline_before;
    const auto& second = measured.baseline_after;
    if (first && second) {
        return *first == *second ? day(*first) : day(*first) + " / " + day(*second);
    }
    return first ? day(*first) : second ? day(*second) : "–";
}

std::string bracket_words(const engine::Bracket& bracket, const Words& words) {
    const auto day = [&](engine::Date date) { return words.chart().day_and_year(date); };
    if (bracket.before && bracket.after && bracket.before->date == bracket.after->date) {
        return day(bracket.before->date);
    }
    std::string text = bracket.before ? day(bracket.before->date) : "–";
    return text + " / " + (bracket.after ? day(bracket.after->date) : "–");
}

std::string measured_words(const engine::Measured& measured, const report::Figures& figures) {
    return measured.best ? figures.plus_minus(*measured.best, measured.sigma)
                         : figures.words(measured.interval, measured.sigma);
}

Markup sources(const ClaimView& view) {
    const Words& words = view.words;
    std::vector<std::vector<Markup>> rows;
    for (const engine::SourceVerdict& found : view.claim.by_source) {
        rows.push_back({Markup::text(found.source),
                        found.covered ? small_verdict(found.verdict, words)
                                      : Markup::text(words.language().text("words.uncovered")),
                        Markup::text(measured_words(found.measured, view.figures)),
                        Markup::text(baseline_words(found.measured, words) + " – " +
                                     bracket_words(found.measured.bracket, words))});
    }
    return rows.empty() ? Markup()
                        : html_table(words.text("matrix.title"),
                                     {{words.text("table.source"), false},
                                      {words.text("table.verdict"), false},
                                      {words.text("table.measured"), true},
                                      {words.text("source.maps"), false}},
                                     rows);
}

} // namespace

Markup claim_tables(const ClaimView& view) {
    if (report::is_open_measure(view.claim)) {
        return {}; // what is told of one measure would mislead
    }
    const Markup tables = sources(view) + sensitivity(view);
    return tables.empty() ? Markup() : element("div", {{"class", "tables"}}, tables);
}

} // namespace page
