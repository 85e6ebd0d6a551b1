// SPDX-License-Identifier: MIT
#include "tools/page/page.hpp"

#include "tools/areaclaim/digest.hpp"
#include "tools/embedded.hpp"
#include "tools/page/appendix.hpp"
#include "tools/page/claim_section.hpp"
#include "tools/page/map_figure.hpp"
#include "tools/report/reason_text.hpp"
#include "tools/report/source_text.hpp"
#include "tools/report/verification.hpp"

namespace page {
namespace {

using chart::element;
using chart::Markup;

// A source that a content security policy allows by its digest.
std::string policy_hash(std::string_view content) {
    return "'sha256-" + areaclaim::sha256_base64(content) + "'";
}

std::string style() {
    return std::string(tools::asset("chart/assets/chart.css")) +
           std::string(tools::asset("page/assets/page.css"));
}

std::string title_of(const engine::Verification& verification, const Words& words) {
    return verification.the_case.title.empty() ? words.text("head.untitled")
                                               : verification.the_case.title;
}

Markup head(const engine::Verification& verification, const Words& words) {
    const std::string script(tools::asset("page/assets/page.js"));
    const std::string policy = "default-src 'none'; style-src " + policy_hash(style()) +
                               "; script-src " + policy_hash(script) +
                               "; base-uri 'none'; form-action 'none'";
    Markup out = element("meta", {{"charset", "utf-8"}});
    out += element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}});
    out +=
        element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    out += element("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    out += element("meta", {{"name", "generator"}, {"content", "areaclaim"}});
    out += element("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    out += element("title", {}, title_of(verification, words) + " – areaclaim");
    return out + element("style", {}, Markup::ours(style()));
}

// One line for each claim, so that all verdicts are seen before anything is scrolled.
Markup overview(const std::vector<ClaimView>& views, const Words& words) {
    if (views.size() < 2) {
        return {};
    }
    Markup list;
    for (const ClaimView& view : views) {
        const std::string kind = symbol(view.claim.verdict);
        const Markup link =
            element("a", {{"href", "#" + view.id()}, {"class", kind}},
                    icon(view.claim.verdict) + element("b", {}, words.say(view.claim.verdict)) +
                        element("span", {}, view.claim.claim.text));
        list += element("li", {}, link);
    }
    return element("nav", {{"class", "overview"}, {"aria-label", words.text("head.claims")}},
                   element("ol", {}, list));
}

Markup masthead(const engine::Verification& verification, const std::vector<ClaimView>& views,
                const Words& words) {
    Markup out = element("p", {{"class", "kicker"}}, words.text("head.kicker"));
    out += element("h1", {}, title_of(verification, words));
    std::string line;
    if (!verification.the_case.holder.empty()) {
        line = words.text("head.holder",
                          {{"holder", report::holder_words(verification, words.language())}}) +
               " ";
    }
    line += report::tally(verification, words.language()) + ".";
    out += element("p", {{"class", "lead"}}, line);
    if (!verification.self_check.ok) {
        out +=
            element("p", {{"class", "failed"}, {"role", "alert"}}, words.text("check.failed_lead"));
    }
    return element("header", {{"class", "masthead"}}, out + overview(views, words));
}

} // namespace

std::string verification_page(const engine::Verification& verification,
                              const PageOptions& options) {
    const Words words(report::language_of(verification).code());
    std::vector<ClaimView> views;
    for (std::size_t i = 0; i < verification.claims.size(); ++i) {
        views.push_back(claim_view(verification, i, words, options));
    }
    Markup claims;
    for (const ClaimView& view : views) {
        claims += claim_section(view);
    }
    const Markup appendices =
        between_claims(verification, words, options.unit) + warnings_section(verification, words) +
        sources_section(verification, words, options.unit) + method_section(verification, words) +
        provenance_section(verification, words);
    const Markup footer =
        element("footer", {},
                element("p", {},
                        words.text("head.footer", {{"program", verification.provenance.program}})));
    const Markup body =
        shared_drawings() + masthead(verification, views, words) +
        element("main", {}, claims + appendices) + footer +
        element("script", {}, Markup::ours(std::string(tools::asset("page/assets/page.js"))));
    return "<!DOCTYPE html>\n" +
           element("html", {{"lang", words.code()}},
                   element("head", {}, head(verification, words)) + element("body", {}, body))
               .str() +
           "\n";
}

} // namespace page
