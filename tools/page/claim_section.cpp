// SPDX-License-Identifier: MIT
#include "tools/page/claim_section.hpp"

#include "engine/claims/read_claims.hpp"
#include "tools/page/claim_figures.hpp"
#include "tools/page/map_figure.hpp"
#include "tools/report/claim_text.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/source_text.hpp"
#include "tools/report/verdict_sentence.hpp"
#include "tools/report/warning_text.hpp"

namespace page {
namespace {

using chart::element;
using chart::Markup;

// "Volodymyr Zelenskyy · stated 8 September 2022 · outlet": what is known of it.
Markup who(const ClaimView& view) {
    const engine::Claim& claim = view.claim.claim;
    Markup line;
    const auto add = [&](const Markup& part) {
        line += line.empty() ? part : Markup::ours(" <span class=\"dot\">·</span> ") + part;
    };
    if (!claim.speaker.empty()) {
        add(element("b", {}, claim.speaker));
    }
    if (claim.stated) {
        add(Markup::text(
            view.words.text("claim.stated_on", {{"day", view.words.say(*claim.stated)}})));
    }
    if (!claim.source.empty()) {
        add(Markup::text(claim.source));
    }
    add(Markup::text(claim.id));
    return element("p", {{"class", "who"}}, line);
}

// In quotation marks of the page's language, and marked as of its own, for whoever hears it read.
Markup stated_words(const ClaimView& view) {
    const engine::Claim& claim = view.claim.claim;
    const std::string lang = claim.lang.empty() ? engine::detect_language(claim.text) : claim.lang;
    chart::Attributes attributes{{"id", view.id() + "-words"}};
    if (!lang.empty()) {
        attributes.emplace_back("lang", lang);
    }
    return element("h2", attributes,
                   view.words.language().text("report.quote", {{"text", claim.text}}));
}

Markup line(const char* kind, const std::string& text) {
    return text.empty() ? Markup() : element("p", {{"class", kind}}, text);
}

Markup keyed_line(const char* kind, const std::string& key, const std::string& text) {
    return text.empty()
               ? Markup()
               : element("p", {{"class", kind}},
                         element("span", {{"class", "key"}}, key) + Markup::text(" " + text));
}

// How the words were read: language, figure, unit, hedge, measure, days, and what they cover.
std::string reading(const ClaimView& view) {
    const engine::Claim& claim = view.claim.claim;
    const Words& words = view.words;
    std::string text = report::how_read(claim, view.figures);
    if (claim.measure != engine::Measure::held && claim.since) {
        text += "; " + words.text("claim.since", {{"day", words.say(*claim.since)}});
    }
    if (claim.end()) {
        text += "; " + words.text("claim.as_of", {{"day", words.say(*claim.end())}});
    }
    if (claim.figure.lenient) {
        text += ". " +
                words.text("claim.covers", {{"band", view.figures.words(*claim.figure.lenient)}});
    }
    return text;
}

/// Whether the source whose figure would be told says nothing of the claim: it has no maps of the
/// period, or does not draw the place.
bool tells_nothing(const ClaimView& view) {
    return view.found != nullptr && !view.found->covered && !view.found->broken_by;
}

Markup figure(const ClaimView& view) {
    if (view.found == nullptr) {
        return {};
    }
    const Words& words = view.words;
    const std::string what =
        view.claim.claim.measure_open ? "" : words.say(view.claim.claim.measure);
    Markup line = element("strong", {}, figure_words(view));
    line += Markup::text(" ");
    line += element("span", {}, words.text("claim.by_maps", {{"measure", what}}));
    Markup out = element("p", {{"class", "figure"}}, line);
    if (const std::string error = error_words(view); !error.empty()) {
        out += element("p", {{"class", "error"}}, error);
    }
    return out;
}

Markup first_lines(const ClaimView& view) {
    Markup out = who(view);
    out += stated_words(view);
    out += badge(view.claim.verdict, view.claim.label, view.words);
    const bool is_open = report::is_open_measure(view.claim); // one measure's figure would mislead
    if (!is_open && !tells_nothing(view)) {
        out += figure(view);
        out += band_figure(view);
    }
    const report::Sentence sentence = report::verdict_sentence(view.all, view.claim, view.figures);
    out += line("sentence", sentence.text) + line("but", sentence.but);
    if (view.found != nullptr && !is_open) {
        const engine::SourceVerdict& found = *view.found;
        const auto& in = view.words.language();
        const std::string wanted = report::would_decide_text(found.would_decide, in);
        if (view.claim.verdict == engine::Verdict::undecidable && !wanted.empty()) {
            out += line("but", view.words.text("claim.would_decide", {{"what", wanted}}));
        }
        out += keyed_line("sure", in.text("label.sure"),
                          report::how_sure(view.all, found, view.figures));
        out += keyed_line("sure", in.text("label.another_day"),
                          report::another_day(found, view.figures));
    }
    return out + keyed_line("reading", view.words.text("claim.read_as"), reading(view));
}

Markup why(const ClaimView& view) {
    Markup list;
    if (view.found != nullptr && !report::is_open_measure(view.claim)) {
        for (const engine::Reason& reason : view.found->reasons) {
            // How figure and words compare stands above, rounded to what is known.
            if (reason.code != engine::ReasonCode::comparison) {
                list +=
                    element("li", {},
                            report::reason_text(reason, view.figures, view.found->measured.sigma));
            }
        }
    }
    for (const engine::ClaimWarning& warning : view.claim.claim.warnings) {
        list += element("li", {{"class", "warning"}},
                        report::warning_text(warning, view.words.language()));
    }
    return list.empty()
               ? Markup()
               : element("section", {{"class", "why"}},
                         element("h3", {}, view.words.text("claim.why")) + element("ul", {}, list));
}

} // namespace

Markup badge(engine::Verdict verdict, const std::string& label, const Words& words) {
    Markup out = element("span", {{"class", "badge " + symbol(verdict)}},
                         icon(verdict) + element("span", {}, words.say(verdict)));
    if (!label.empty()) {
        out += Markup::text(" ") + element("span", {{"class", "own-label"}}, label);
    }
    return element("p", {{"class", "verdict"}}, out);
}

Markup claim_section(const ClaimView& view) {
    const Markup hero =
        element("div", {{"class", "hero"}},
                element("div", {{"class", "say"}}, first_lines(view)) + map_figure(view));
    const Markup more = element("div", {{"class", "more"}}, why(view) + timeline_figure(view));
    return element(
        "article",
        {{"class", "claim"}, {"id", view.id()}, {"aria-labelledby", view.id() + "-words"}},
        hero + more + claim_tables(view));
}

} // namespace page
