// SPDX-License-Identifier: MIT
#include "tools/page/claim_figures.hpp"

#include "tools/chart/band_bar.hpp"
#include "tools/chart/claim_strip.hpp"
#include "tools/chart/line_chart.hpp"
#include "tools/report/verification.hpp"

#include <algorithm>

namespace page {
namespace {

using chart::element;
using chart::Markup;

constexpr int kHeldDays = 45; // of maps shown on each side of a claim about what is held

// The lenient band, as the measure is signed: a loss claimed as a net change is below nothing.
chart::Strip strip_of(const ClaimView& view) {
    chart::Strip strip = chart::strip_of(view.claim.claim.figure, report::km2_in(view.unit));
    strip.name = view.words.text("chart.stated");
    if (view.claim.sign < 0) {
        std::swap(strip.low, strip.high);
        strip.low = -strip.low;
        strip.high = -strip.high;
        strip.line = strip.line ? std::optional(-*strip.line) : std::nullopt;
    }
    strip.day = view.claim.claim.end().value_or(engine::Date());
    return strip;
}

chart::Whisker whisker_of(const ClaimView& view) {
    const engine::Measured& measured = view.found->measured;
    const Reach reach = reach_of(*view.found);
    chart::Whisker whisker;
    whisker.name = view.words.text("chart.measured");
    whisker.low = view.in_unit(reach.low_km2);
    whisker.high = view.in_unit(reach.high_km2);
    if (measured.best) {
        whisker.best = view.in_unit((*measured.best + view.found->added()).km2());
    }
    whisker.day = view.claim.claim.end().value_or(engine::Date());
    return whisker;
}

bool has_band(const ClaimView& view) {
    return view.found != nullptr && view.claim.claim.figure.lenient.has_value();
}

// In km²: what of a row the claim's measure counts, from the first row on.
double counted(const engine::TimelineRow& row, engine::Measure measure) {
    switch (measure) {
    case engine::Measure::lost:
        return row.cumulative_lost.km2();
    case engine::Measure::gained:
        return row.cumulative_gained.km2();
    case engine::Measure::net:
        return row.cumulative_net().km2();
    case engine::Measure::held:
        break;
    }
    return row.held.km2();
}

struct Window {
    engine::Date first;
    engine::Date last;
};

// The claim's own period, and a third of it more on each side; of what is held some weeks.
Window window_of(const ClaimView& view, engine::Date baseline, engine::Date end) {
    if (view.claim.claim.measure == engine::Measure::held) {
        return {end.plus_days(-kHeldDays), end.plus_days(kHeldDays)};
    }
    const int margin = std::max(3, (end - baseline) / 3);
    return {baseline, end.plus_days(margin)};
}

chart::Series series_of(const ClaimView& view, engine::Date baseline, const Window& window) {
    const engine::Measure measure = view.claim.claim.measure;
    chart::Series series{view.words.text(std::string("chart.series_") + engine::name(measure)),
                         chart::Series::Look::solid,
                         {}};
    const auto& snapshots = view.source->timeline.snapshots;
    double start = 0.0;
    for (const engine::TimelineRow& row : view.source->rows) {
        if (snapshots[row.snapshot].date <= baseline && measure != engine::Measure::held) {
            start = counted(row, measure);
        }
    }
    for (const engine::TimelineRow& row : view.source->rows) {
        const engine::Date day = snapshots[row.snapshot].date;
        if (day >= window.first && day <= window.last) {
            series.points.push_back({day, view.in_unit(counted(row, measure) - start)});
        }
    }
    return series;
}

// What the numbered marks of the chart mean; the first ones, as the source's alarms stand below.
Markup flags_list(const chart::LineChart& figure, const Words& words) {
    constexpr std::size_t kMost = 12;
    Markup list;
    const auto marks = chart::numbered_flags(figure.flags);
    for (std::size_t i = 0; i < std::min(marks.size(), kMost); ++i) {
        const Markup mark = element("svg", {{"viewBox", "-9 -17 18 18"}, {"aria-hidden", "true"}},
                                    chart::flag_mark(0, 0, static_cast<int>(i) + 1));
        list += element("li", {},
                        mark + element("span", {}, words.say(marks[i].day) + ": " + marks[i].text));
    }
    return list.empty() ? Markup() : element("ol", {{"class", "flags"}}, list);
}

} // namespace

Markup band_figure(const ClaimView& view) {
    if (!has_band(view)) {
        return {};
    }
    chart::BandBar bar;
    bar.id = view.id() + "band";
    bar.title = view.words.text("chart.band_title");
    bar.description = view.words.text(
        "chart.band_description", {{"stated", view.figures.words(*view.claim.claim.figure.lenient)},
                                   {"measured", figure_words(view)},
                                   {"error", error_words(view)}});
    bar.stated = strip_of(view);
    bar.measured = whisker_of(view);
    return chart::band_bar(bar, view.words.chart());
}

Markup timeline_figure(const ClaimView& view) {
    if (!has_band(view) || view.source == nullptr || view.source->rows.empty()) {
        return {};
    }
    const engine::Measured& measured = view.found->measured;
    const auto& snapshots = view.source->timeline.snapshots;
    const engine::Date baseline =
        measured.baseline_before.value_or(measured.baseline_after.value_or(snapshots.front().date));
    const engine::Date end = view.claim.claim.end().value_or(snapshots.back().date);
    const Window window = window_of(view, baseline, end);
    chart::LineChart figure;
    figure.id = view.id() + "time";
    figure.title = view.words.text("chart.time_title");
    figure.axis = view.words.language().text(std::string("symbol.") + report::name(view.unit));
    figure.series = {series_of(view, baseline, window)};
    figure.strips = {strip_of(view)};
    figure.strips.front().day = end;
    figure.whiskers = {whisker_of(view)};
    figure.whiskers.front().day = end;
    for (const engine::Alarm& alarm : view.source->alarms) {
        if (alarm.date && *alarm.date >= window.first && *alarm.date <= window.last) {
            figure.flags.push_back({*alarm.date, report::alarm_text(alarm, view.words.language())});
        }
    }
    figure.description = view.words.text(
        "chart.time_description", {{"maps", std::to_string(figure.series.front().points.size())},
                                   {"first", view.words.say(window.first)},
                                   {"last", view.words.say(window.last)},
                                   {"alarms", std::to_string(figure.flags.size())}});
    const bool held = view.claim.claim.measure == engine::Measure::held;
    return element("figure", {{"class", "time"}},
                   element("h3", {}, view.words.text("chart.time_title")) +
                       chart::line_chart(figure, view.words.chart()) +
                       flags_list(figure, view.words) +
                       element("figcaption", {},
                               view.words.text(held ? "chart.time_held" : "chart.time_caption")));
}

} // namespace page
