// SPDX-License-Identifier: MIT
#include "tools/page/claim_view.hpp"

#include "tools/report/claim_text.hpp"
#include "tools/report/source_text.hpp"

#include <algorithm>
#include <limits>

namespace page {
namespace {

constexpr double kDeviations = 1.96; // 95 % of a normal distribution

const YardstickOutline* outline_of(const std::string& yardstick, const PageOptions& options) {
    const auto found = std::ranges::find_if(options.outlines, [&](const YardstickOutline& outline) {
        return std::ranges::find(outline.names, yardstick) != outline.names.end();
    });
    return found == options.outlines.end() ? nullptr : &*found;
}

} // namespace

ClaimView claim_view(const engine::Verification& all, std::size_t index, const Words& words,
                     const PageOptions& options) {
    const engine::ClaimVerification& claim = all.claims[index];
    const report::AreaUnit unit = report::settled(options.unit, claim.claim.figure.unit);
    const report::Figures figures(words.language(), unit);
    ClaimView view{
        all,       claim,   words,   unit,    figures,
        index + 1, nullptr, nullptr, nullptr, outline_of(claim.claim.figure.yardstick, options)};
    if (claim.by_source.empty()) {
        return view;
    }
    view.found = &report::told_source(claim);
    const auto shown = static_cast<std::size_t>(view.found - claim.by_source.data());
    view.source = shown < all.sources.size() ? &all.sources[shown] : nullptr;
    if (!view.found->changes.empty()) {
        view.piece = &view.found->changes.back();
    }
    return view;
}

std::string symbol(engine::Verdict verdict) {
    return std::string("v-") + engine::name(verdict);
}

chart::Markup icon(engine::Verdict verdict) {
    return chart::element("svg",
                          {{"class", "symbol"}, {"aria-hidden", "true"}, {"viewBox", "0 0 24 24"}},
                          chart::element("use", {{"href", "#" + symbol(verdict)}}));
}

std::string figure_words(const ClaimView& view) {
    return report::compared_figure(*view.found, view.figures);
}

std::string error_words(const ClaimView& view) {
    const auto& sigma = view.found->measured.sigma;
    const bool compared = view.found->decision.why != engine::Decision::Why::not_compared;
    return sigma && compared
               ? view.words.text("claim.error", {{"sigma", view.figures.words(*sigma, sigma)}})
               : "";
}

Reach reach_of(const engine::SourceVerdict& found) {
    const engine::Measured& measured = found.measured;
    if (measured.simulated && measured.simulated->replaces_first_order) {
        const engine::Interval interval = found.compared(measured.simulated->interval);
        return {interval.low ? interval.low->km2() : 0.0,
                interval.high ? interval.high->km2() : std::numeric_limits<double>::infinity()};
    }
    const double margin = measured.sigma ? kDeviations * measured.sigma->km2() : 0.0;
    const engine::Interval interval = found.compared(
        measured.best ? engine::Interval{measured.best, measured.best} : measured.interval);
    const double least = measured.best && measured.best->km2() < 0
                             ? -std::numeric_limits<double>::infinity()
                             : 0.0; // only a net change can be negative
    return {interval.low ? std::max(least, interval.low->km2() - margin) : 0.0,
            interval.high ? interval.high->km2() + margin
                          : std::numeric_limits<double>::infinity()};
}

} // namespace page
