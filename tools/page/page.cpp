// SPDX-License-Identifier: MIT
#include "tools/page/page.hpp"

#include "tools/areaclaim/digest.hpp"
#include "tools/chart/assets.hpp"
#include "tools/page/appendix.hpp"
#include "tools/page/claim_section.hpp"
#include "tools/page/map_figure.hpp"

#include <algorithm>
#include <array>

namespace page {
namespace {

using chart::element;
using chart::Markup;
using engine::Verdict;

// 'sha256-…' of a policy: the digest's bytes in base 64 (RFC 4648, section 4).
std::string policy_hash(std::string_view content) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string hex = areaclaim::sha256(content);
    std::string result;
    for (std::size_t i = 0; i < hex.size(); i += 6) { // three bytes, four digits
        const std::string part = hex.substr(i, 6);
        unsigned value = static_cast<unsigned>(std::stoul(part, nullptr, 16));
        value <<= 4U * static_cast<unsigned>(6 - part.size());
        for (unsigned d = 0; d < 4; ++d) {
            result += d * 6 < part.size() * 4 ? kDigits[(value >> (18U - 6U * d)) & 63U] : '=';
        }
    }
    return "'sha256-" + result + "'";
}

std::string style() {
    return std::string(chart::asset("chart/assets/chart.css")) +
           std::string(chart::asset("page/assets/page.css"));
}

std::string title_of(const engine::Verification& verification, const Words& words) {
    return verification.the_case.title.empty() ? words.text("head.untitled")
                                               : verification.the_case.title;
}

Markup head(const engine::Verification& verification, const Words& words) {
    const std::string script(chart::asset("page/assets/page.js"));
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
        const Markup icon =
            element("svg", {{"class", "symbol"}, {"aria-hidden", "true"}, {"viewBox", "0 0 24 24"}},
                    element("use", {{"href", "#" + kind}}));
        const Markup link = element("a", {{"href", "#" + view.id()}, {"class", kind}},
                                    icon + element("b", {}, words.say(view.claim.verdict)) +
                                        element("span", {}, view.claim.claim.text));
        list += element("li", {}, link);
    }
    return element("nav", {{"class", "overview"}, {"aria-label", words.text("head.claims")}},
                   element("ol", {}, list));
}

std::string tally(const engine::Verification& verification, const Words& words) {
    constexpr std::array kOrder{Verdict::consistent, Verdict::overstated, Verdict::understated,
                                Verdict::contradicted, Verdict::undecidable};
    std::string line;
    for (const Verdict verdict : kOrder) {
        const auto n = std::count_if(verification.claims.begin(), verification.claims.end(),
                                     [&](const auto& claim) { return claim.verdict == verdict; });
        line +=
            n == 0 ? "" : (line.empty() ? "" : ", ") + std::to_string(n) + " " + words.say(verdict);
    }
    return line;
}

Markup masthead(const engine::Verification& verification, const std::vector<ClaimView>& views,
                const Words& words) {
    Markup out = element("p", {{"class", "kicker"}}, words.text("head.kicker"));
    out += element("h1", {}, title_of(verification, words));
    std::string line;
    if (!verification.the_case.holder.empty()) {
        line = words.text("head.holder", {{"holder", verification.the_case.holder}}) + " ";
    }
    const std::string key = views.size() == 1 ? "head.one_claim" : "head.tally";
    line += words.text(
        key, {{"count", std::to_string(views.size())}, {"tally", tally(verification, words)}});
    out += element("p", {{"class", "lead"}}, line);
    if (!verification.self_check.ok) {
        out +=
            element("p", {{"class", "failed"}, {"role", "alert"}}, words.text("check.failed_lead"));
    }
    return element("header", {{"class", "masthead"}}, out + overview(views, words));
}

} // namespace

std::string verification_page(const engine::Verification& verification) {
    const Words words(verification.options.reasons_lang);
    std::vector<ClaimView> views;
    for (std::size_t i = 0; i < verification.claims.size(); ++i) {
        views.push_back(claim_view(verification, i, words));
    }
    Markup claims;
    for (const ClaimView& view : views) {
        claims += claim_section(view);
    }
    const Markup appendices =
        between_claims(verification, words) + sources_section(verification, words) +
        method_section(verification, words) + provenance_section(verification, words);
    const Markup footer =
        element("footer", {},
                element("p", {},
                        words.text("head.footer", {{"program", verification.provenance.program}})));
    const Markup body =
        shared_drawings() + masthead(verification, views, words) +
        element("main", {}, claims + appendices) + footer +
        element("script", {}, Markup::ours(std::string(chart::asset("page/assets/page.js"))));
    return "<!DOCTYPE html>\n" +
           element("html", {{"lang", words.code()}},
                   element("head", {}, head(verification, words)) + element("body", {}, body))
               .str() +
           "\n";
}

} // namespace page
