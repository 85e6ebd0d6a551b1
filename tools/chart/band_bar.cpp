// SPDX-License-Identifier: MIT
#include "tools/chart/band_bar.hpp"

#include "tools/chart/axis.hpp"

#include <algorithm>
#include <cmath>

namespace chart {
namespace {

constexpr double kEdge = 24; // half of the widest number below a tick
constexpr double kStated = 30;
constexpr double kMeasured = 72;
constexpr double kAxis = 92;
constexpr double kHeight = 114;

std::vector<double> values_of(const BandBar& bar) {
    double low = 0;
    double high = 0;
    for (const double value :
         {bar.stated.low, bar.stated.high, bar.stated.line.value_or(0), bar.measured.low,
          bar.measured.high, bar.measured.best.value_or(0)}) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    const double room = std::isinf(bar.stated.high) || std::isinf(bar.measured.high) ? 1.25 : 1.0;
    return ticks(low, high > low ? high * room : low + 1, 5);
}

Markup axis(const Scale& x, const std::vector<double>& values, const Words& words) {
    Markup out = element(
        "path", {{"d", "M" + px(x.from) + " " + px(kAxis) + "H" + px(x.to)}, {"class", "ch-base"}});
    for (const double value : values) {
        const double at = x.at(value);
        out +=
            element("path", {{"d", "M" + px(at) + " " + px(kAxis) + "v-82"}, {"class", "ch-grid"}});
        out += label(at, kAxis + 16, "ch-text ch-middle", words.number(value));
    }
    return out;
}

Markup stated(const BandBar& bar, const Scale& x) {
    const double from = x.at(std::max(bar.stated.low, x.low));
    const double to = std::isfinite(bar.stated.high) ? x.at(bar.stated.high) : x.to;
    Markup out = element("rect", {{"x", px(from)},
                                  {"y", px(kStated - 8)},
                                  {"width", px(std::max(2.0, to - from))},
                                  {"height", "16"},
                                  {"class", "ch-band"},
                                  {"fill", "url(#ch-hatch-" + bar.id + ")"}});
    if (bar.stated.line) {
        out += element("path",
                       {{"d", "M" + px(x.at(*bar.stated.line)) + " " + px(kStated - 12) + "v24"},
                        {"class", "ch-figure"}});
    }
    return out;
}

Markup measured(const BandBar& bar, const Scale& x) {
    const double from = x.at(std::max(bar.measured.low, x.low));
    const double to = std::isfinite(bar.measured.high) ? x.at(bar.measured.high) : x.to;
    const std::string ends = "M" + px(from) + " " + px(kMeasured - 6) + "v12" +
                             (std::isfinite(bar.measured.high)
                                  ? "M" + px(to) + " " + px(kMeasured - 6) + "v12"
                                  : "M" + px(to - 6) + " " + px(kMeasured - 5) + "l6 5l-6 5");
    Markup out = element("path", {{"d", "M" + px(from) + " " + px(kMeasured) + "H" + px(to) + ends},
                                  {"class", "ch-whisker"}});
    if (bar.measured.best) {
        out += element("path", {{"d", "M" + px(x.at(*bar.measured.best)) + " " + px(kMeasured - 7) +
                                          "l7 7l-7 7l-7 -7z"},
                                {"class", "ch-diamond"}});
    }
    return out;
}

} // namespace

Markup hatch(const std::string& id) {
    return element("defs", {},
                   element("pattern",
                           {{"id", "ch-hatch-" + id},
                            {"width", "7"},
                            {"height", "7"},
                            {"patternUnits", "userSpaceOnUse"},
                            {"patternTransform", "rotate(45)"}},
                           element("path", {{"d", "M0 0V7"}, {"class", "ch-hatch"}})));
}

Markup band_bar(const BandBar& bar, const Words& words) {
    const std::vector<double> values = values_of(bar);
    const Scale x{values.front(), values.back(), kEdge, bar.width - kEdge};
    Markup content = element("title", {{"id", "ch-title-" + bar.id}}, bar.title);
    content += element("desc", {{"id", "ch-desc-" + bar.id}}, bar.description);
    content += hatch(bar.id);
    content += axis(x, values, words);
    content += stated(bar, x);
    content += measured(bar, x);
    content += label(x.from, kStated - 14, "ch-text ch-halo", bar.stated.name);
    content += label(x.from, kMeasured - 13, "ch-text ch-halo", bar.measured.name);
    return element("svg",
                   {{"xmlns", "http://www.w3.org/2000/svg"},
                    {"viewBox", "0 0 " + px(bar.width) + " " + px(kHeight)},
                    {"role", "img"},
                    {"aria-labelledby", "ch-title-" + bar.id + " ch-desc-" + bar.id},
                    {"class", "chart"}},
                   content);
}

} // namespace chart
