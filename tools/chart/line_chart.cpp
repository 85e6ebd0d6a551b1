// SPDX-License-Identifier: MIT
#include "tools/chart/line_chart.hpp"

#include "tools/chart/axis.hpp"
#include "tools/chart/band_bar.hpp"
#include "tools/chart/extent.hpp"
#include "tools/report/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace chart {
namespace {

using engine::Date;

constexpr double kLeft = 64; // room for "150,000"
constexpr double kRight = 14;
constexpr double kTop = 30;
constexpr double kBottom = 44; // two lines of days
constexpr double kLegendLine = 19;
constexpr double kLegendText = 34; // from the left of its row
constexpr double kLetterWidth = 7; // of most texts in most fonts, and of none much more
constexpr double kTickWidth = 62;  // of a day's label
constexpr std::size_t kListedFlags = 12;
constexpr double kStripWidth = 14; // of one around a day alone, with a gap
constexpr double kTitle = 34;      // above a drawing that stands alone

const char* look_class(Series::Look look) {
    switch (look) {
    case Series::Look::solid:
        return "ch-solid";
    case Series::Look::dashed:
        return "ch-dashed";
    case Series::Look::dotted:
        break;
    }
    return "ch-dotted";
}

// A mark of a series' own form: circle, square, triangle.
Markup mark(Series::Look look, double x, double y, double r = 3.2) {
    const std::string classes = std::string("ch-mark ") + look_class(look);
    if (look == Series::Look::solid) {
        return element("circle", {{"cx", px(x)}, {"cy", px(y)}, {"r", px(r)}, {"class", classes}});
    }
    const std::string d = look == Series::Look::dashed
                              ? "M" + px(x - r) + " " + px(y - r) + "h" + px(2 * r) + "v" +
                                    px(2 * r) + "h" + px(-2 * r) + "z"
                              : "M" + px(x) + " " + px(y - r - 1) + "l" + px(r + 0.8) + " " +
                                    px(2 * r) + "h" + px(-2 * r - 1.6) + "z";
    return element("path", {{"d", d}, {"class", classes}});
}

// The parts of one chart, each drawn into its plot.
class Drawing {
  public:
    Drawing(const LineChart& chart, const Words& words)
        : chart_(chart), words_(words), flags_(numbered_flags(chart.flags)) {
        const Extent extent = extent_of(chart);
        first_ = extent.first.value_or(Date());
        last_ = extent.last.value_or(first_);
        values_ = ticks(extent.low, extent.high > extent.low ? extent.high : extent.low + 1, 5);
        x_ = day_scale(first_, last_, kLeft + 8, chart.width - kRight - 8);
        y_ = {values_.front(), values_.back(), chart.height - kBottom, kTop};
        has_days_ = extent.first.has_value();
    }

    Markup axes() const {
        Markup out = label(kLeft - 8, kTop - 12, "ch-text ch-end", chart_.axis);
        for (const double value : values_) {
            out += element("line", {{"x1", px(kLeft)},
                                    {"x2", px(chart_.width - kRight)},
                                    {"y1", px(y_.at(value))},
                                    {"y2", px(y_.at(value))},
                                    {"class", value == 0 ? "ch-base" : "ch-grid"}});
            out += label(kLeft - 8, y_.at(value) + 4, "ch-text ch-end", words_.number(value));
        }
        return has_days_ ? out + days() : out;
    }

    Markup strips() const {
        Markup out;
        std::map<Date, double> next; // where the next one of a day stands, those of it side by side
        for (const Strip& strip : chart_.strips) {
            next[strip.day] -= strip.mark.empty() ? 0.0 : kStripWidth / 2;
        }
        for (const Strip& strip : chart_.strips) {
            const double top = y_.at(std::isfinite(strip.high) ? strip.high : values_.back());
            const double bottom = y_.at(strip.low);
            double left = kLeft;
            double right = chart_.width - kRight;
            if (!strip.mark.empty()) {
                left = std::clamp(x_.at(strip.day) + next[strip.day], left, right - kStripWidth);
                right = left + kStripWidth - 2;
                next[strip.day] += kStripWidth;
                out += label((left + right) / 2, top - 3, "ch-text ch-middle", strip.mark);
            }
            out += element("rect", {{"x", px(left)},
                                    {"y", px(top)},
                                    {"width", px(right - left)},
                                    {"height", px(std::max(1.5, bottom - top))},
                                    {"class", "ch-band"},
                                    {"fill", "url(#ch-hatch-" + chart_.id + ")"}});
            if (strip.line) {
                out += element("line", {{"x1", px(left)},
                                        {"x2", px(right)},
                                        {"y1", px(y_.at(*strip.line))},
                                        {"y2", px(y_.at(*strip.line))},
                                        {"class", "ch-figure"}});
            }
        }
        return out;
    }

    Markup lines() const {
        Markup out;
        for (const Series& series : chart_.series) {
            std::string path;
            Markup marks;
            const bool few = series.points.size() <= 60; // more would be a caterpillar
            for (const Point& point : series.points) {
                path += (path.empty() ? "M" : "L") + px(x_.at(point.day)) + " " +
                        px(y_.at(point.value));
                marks += few ? mark(series.look, x_.at(point.day), y_.at(point.value)) : Markup();
            }
            out += element("path", {{"d", path},
                                    {"class", std::string("ch-line ") + look_class(series.look)}});
            out += marks;
        }
        return out;
    }

    Markup whiskers() const {
        Markup out;
        for (const Whisker& whisker : chart_.whiskers) {
            const double x = x_.at(whisker.day);
            const double low = y_.at(whisker.low);
            const double high = y_.at(std::isfinite(whisker.high) ? whisker.high : values_.back());
            const std::string d = "M" + px(x) + " " + px(low) + "V" + px(high) + "M" + px(x - 6) +
                                  " " + px(low) + "h12M" + px(x - 6) + " " + px(high) + "h12";
            out += element("path", {{"d", d}, {"class", "ch-whisker"}});
            if (whisker.best) {
                const double y = y_.at(*whisker.best);
                out += element("path", {{"d", "M" + px(x) + " " + px(y - 6) + "l6 6l-6 6l-6 -6z"},
                                        {"class", "ch-diamond"}});
            }
        }
        return out;
    }

    // Marks on the axis, numbered; those of one day share a number.
    Markup flags() const {
        Markup out;
        int number = 0;
        for (const Flag& flag : flags_) {
            const double x = x_.at(flag.day);
            const double y = y_.at(values_.front());
            out += element("g", {}, element("title", {}, flag.text) + flag_mark(x, y, ++number));
        }
        return out;
    }

    // Below the plot; its height is `legend_height`. A long text goes on in the next line.
    Markup legend() const {
        Markup out;
        double y = chart_.height + 8;
        for (const auto& [key, text] : legend_rows()) {
            Markup row = key;
            double down = 4;
            for (const std::string& line : lines_of(text)) {
                row += label(kLegendText, down, "ch-text", line);
                down += kLegendLine;
            }
            out += element("g", {{"transform", "translate(" + px(kLeft) + " " + px(y) + ")"}}, row);
            y += down - 4;
        }
        return out;
    }

    double legend_height() const {
        std::size_t lines = 0;
        for (const auto& [key, text] : legend_rows()) {
            lines += lines_of(text).size();
        }
        return kLegendLine * static_cast<double>(lines);
    }

  private:
    std::vector<std::string> lines_of(const std::string& text) const {
        const double room = chart_.width - kLeft - kLegendText - kRight;
        std::istringstream all(
            report::wrap(text, static_cast<std::size_t>(std::max(1.0, room / kLetterWidth))));
        std::vector<std::string> lines;
        for (std::string line; std::getline(all, line);) {
            lines.push_back(line);
        }
        return lines;
    }

    // What stands for a thing, and its name.
    std::vector<std::pair<Markup, std::string>> legend_rows() const {
        std::vector<std::pair<Markup, std::string>> rows;
        for (const Series& series : chart_.series) {
            const std::string look = std::string("ch-line ") + look_class(series.look);
            rows.emplace_back(element("path", {{"d", "M0 0H26"}, {"class", look}}) +
                                  mark(series.look, 13, 0),
                              series.name);
        }
        for (const Strip& strip : chart_.strips) {
            rows.emplace_back(element("rect", {{"x", "0"},
                                               {"y", "-6"},
                                               {"width", "26"},
                                               {"height", "12"},
                                               {"class", "ch-band"},
                                               {"fill", "url(#ch-hatch-" + chart_.id + ")"}}),
                              strip.mark.empty() ? strip.name : strip.mark + ": " + strip.name);
        }
        for (const Whisker& whisker : chart_.whiskers) {
            rows.emplace_back(
                element("path", {{"d", "M0 0H26M0 -5v10M26 -5v10"}, {"class", "ch-whisker"}}) +
                    element("path", {{"d", "M13 -5l5 5l-5 5l-5 -5z"}, {"class", "ch-diamond"}}),
                whisker.name);
        }
        for (std::size_t i = 0; i < listed_flags(); ++i) {
            rows.emplace_back(flag_mark(13, 8, static_cast<int>(i) + 1),
                              words_.day_and_year(flags_[i].day) + ": " + flags_[i].text);
        }
        return rows;
    }

    // A drawing that stands alone has to tell what its flags mean; the first ones, where many.
    std::size_t listed_flags() const {
        return chart_.standalone_style.empty() ? 0 : std::min(flags_.size(), kListedFlags);
    }

    Markup days() const {
        const double room = chart_.width - kLeft - kRight;
        const int most = std::max(2, static_cast<int>(room / kTickWidth));
        const std::vector<Date> marked = day_ticks(first_, last_, most);
        const bool years_only = marked.size() > 1 && marked[1] - marked[0] >= 365;
        Markup out;
        int year = 0;
        for (const Date day : marked) {
            const double x = x_.at(day);
            const double y = y_.at(values_.front());
            out += element("path", {{"d", "M" + px(x) + " " + px(y) + "v5"}, {"class", "ch-base"}});
            if (!years_only) {
                out += label(x, y + 19, "ch-text ch-middle", words_.short_day(day));
            }
            if (year_of(day) != year) {
                year = year_of(day);
                out +=
                    label(x, y + (years_only ? 19 : 34), "ch-text ch-middle", std::to_string(year));
            }
        }
        return out;
    }

    const LineChart& chart_;
    const Words& words_;
    std::vector<Flag> flags_; ///< numbered in their order
    Date first_;
    Date last_;
    std::vector<double> values_;
    Scale x_;
    Scale y_;
    bool has_days_ = false;
};

} // namespace

std::vector<Flag> numbered_flags(const std::vector<Flag>& flags) {
    std::map<Date, std::string> texts;
    for (const Flag& flag : flags) {
        std::string& text = texts[flag.day];
        text += (text.empty() ? "" : " ") + flag.text;
    }
    std::vector<Flag> numbered;
    numbered.reserve(texts.size());
    for (const auto& [day, text] : texts) {
        numbered.push_back({day, text});
    }
    return numbered;
}

Markup flag_mark(double x, double y, int number) {
    return element("path",
                   {{"d", "M" + px(x) + " " + px(y - 16) + "l8 15h-16z"}, {"class", "ch-flag"}}) +
           label(x, y - 3.5, "ch-flag-number", std::to_string(number));
}

namespace {

/// A chart without what frames it; `height` is what it takes.
struct Panel {
    Markup content;
    double height = 0.0;
};

Panel panel_of(const LineChart& chart, const Words& words) {
    const Drawing drawing(chart, words);
    Markup content = hatch(chart.id);
    content += drawing.strips();
    content += drawing.axes();
    content += drawing.flags();
    content += drawing.lines();
    content += drawing.whiskers();
    content += drawing.legend();
    return {content, chart.height + drawing.legend_height() + 8};
}

} // namespace

Markup line_chart(const LineChart& chart, const Words& words) {
    return stacked_charts({chart}, words);
}

Markup stacked_charts(const std::vector<LineChart>& charts, const Words& words) {
    const LineChart& chart = charts.front();
    Markup panels;
    double height = 0.0;
    for (const LineChart& one : charts) {
        const Panel panel = panel_of(one, words);
        panels += height == 0.0 ? panel.content
                                : element("g", {{"transform", "translate(0 " + px(height) + ")"}},
                                          panel.content);
        height += panel.height;
    }
    const bool alone = !chart.standalone_style.empty();
    const double head = alone ? kTitle : 0;
    Markup content = element("title", {{"id", "ch-title-" + chart.id}}, chart.title);
    content += element("desc", {{"id", "ch-desc-" + chart.id}}, chart.description);
    if (alone) {
        content += element("style", {}, Markup::ours(std::string(chart.standalone_style)));
        content += element("rect", {{"x", "0"},
                                    {"y", px(-head)},
                                    {"width", "100%"},
                                    {"height", "100%"},
                                    {"class", "ch-paper"}});
        content += label(16, -8, "ch-title", chart.title);
    }
    content += panels;
    return element("svg",
                   {{"xmlns", "http://www.w3.org/2000/svg"},
                    {"viewBox", "0 " + px(-head) + " " + px(chart.width) + " " + px(head + height)},
                    {"role", "img"},
                    {"aria-labelledby", "ch-title-" + chart.id + " ch-desc-" + chart.id},
                    {"class", "chart"}},
                   content);
}

} // namespace chart
