// SPDX-License-Identifier: MIT
#include "tools/page/claim_section.hpp"

#include "tools/page/claim_figures.hpp"
#include "tools/page/map_figure.hpp"

#include <algorithm>

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

// How the words were read: figure, measure, days, and what they cover.
Markup reading(const ClaimView& view) {
    const engine::Claim& claim = view.claim.claim;
    const Words& words = view.words;
    std::string text;
    if (claim.figure.figure_km2) {
        text = words.say(shapes::Area::from_km2(*claim.figure.figure_km2));
    }
    text += claim.measure_open ? "" : ", " + words.say(claim.measure);
    if (claim.measure != engine::Measure::held && claim.since) {
        text += ", " + words.text("claim.since", {{"day", words.say(*claim.since)}});
    }
    if (claim.end()) {
        text += ", " + words.text("claim.as_of", {{"day", words.say(*claim.end())}});
    }
    if (claim.figure.lenient) {
        text += ". " + words.text("claim.covers", {{"band", words.say(*claim.figure.lenient)}});
    }
    return element("p", {{"class", "reading"}},
                   element("span", {{"class", "key"}}, words.text("claim.read_as")) +
                       Markup::text(" " + text));
}

const engine::Reason* main_reason(const std::vector<engine::Reason>& reasons) {
    const auto found = std::find_if(reasons.begin(), reasons.end(), [](const auto& reason) {
        return reason.code.starts_with("comparison");
    });
    return found != reasons.end() ? &*found : reasons.empty() ? nullptr : &reasons.front();
}

Markup figure(const ClaimView& view) {
    if (view.found == nullptr) {
        return {};
    }
    const Words& words = view.words;
    const std::string what =
        view.claim.claim.measure_open ? "" : words.say(view.claim.claim.measure);
    Markup line = element("strong", {}, figure_words(view.found->measured, words));
    line += Markup::text(" ");
    line += element("span", {}, words.text("claim.by_maps", {{"measure", what}}));
    Markup out = element("p", {{"class", "figure"}}, line);
    if (const std::string error = error_words(view.found->measured, words); !error.empty()) {
        out += element("p", {{"class", "error"}}, error);
    }
    return out;
}

Markup first_lines(const ClaimView& view) {
    Markup out = who(view);
    out += element("h2", {{"id", view.id() + "-words"}}, "“" + view.claim.claim.text + "”");
    out += badge(view.claim.verdict, view.claim.label, view.words);
    out += figure(view);
    out += band_figure(view);
    const bool several = view.claim.by_source.size() > 1;
    const engine::Reason* reason =
        view.found == nullptr
            ? nullptr
            : main_reason(several || !view.claim.choices.empty() ? view.claim.reasons
                                                                 : view.found->reasons);
    if (reason == nullptr && view.found != nullptr) {
        reason = main_reason(view.found->reasons);
    }
    if (reason != nullptr) {
        out += element("p", {{"class", "sentence"}}, reason->text);
    }
    if (view.found != nullptr && !view.found->would_decide.empty()) {
        out += element("p", {{"class", "decide"}},
                       view.words.text("claim.would_decide", {{"what", view.found->would_decide}}));
    }
    return out + reading(view);
}

Markup why(const ClaimView& view) {
    Markup list;
    if (view.found != nullptr) {
        for (const engine::Reason& reason : view.found->reasons) {
            list += element("li", {}, reason.text);
        }
    }
    for (const std::string& warning : view.claim.claim.warnings) {
        list += element("li", {{"class", "warning"}}, warning);
    }
    return list.empty()
               ? Markup()
               : element("section", {{"class", "why"}},
                         element("h3", {}, view.words.text("claim.why")) + element("ul", {}, list));
}

} // namespace

Markup badge(engine::Verdict verdict, const std::string& label, const Words& words) {
    const std::string kind = symbol(verdict);
    Markup content =
        element("svg", {{"class", "symbol"}, {"aria-hidden", "true"}, {"viewBox", "0 0 24 24"}},
                element("use", {{"href", "#" + kind}}));
    content += element("span", {}, words.say(verdict));
    Markup out = element("span", {{"class", "badge " + kind}}, content);
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
