// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "tools/chart/markup.hpp"
#include "tools/chart/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chart {

/// A measured value on a map's day.
struct Point {
    engine::Date day;
    double value = 0.0;
};

/// Values over days, joined by straight lines because the eye needs them; what is known are the
/// marked days. Dash and mark tell series apart without colour.
struct Series {
    enum class Look { solid, dashed, dotted };
    std::string name;
    Look look = Look::solid;
    std::vector<Point> points; ///< ascending by day
};

/// Values that a claim's words cover, drawn as a hatched strip over all days, or, with a mark that
/// stands beside it, around the claim's day alone.
struct Strip {
    std::string name;
    double low = 0.0;
    double high = 0.0;          ///< infinite where the words are open above
    engine::Date day;           ///< of the claim
    std::optional<double> line; ///< the stated figure
    std::string mark = {};      ///< "A"; empty: over all days
};

/// A measured value with its error, drawn as a whisker.
struct Whisker {
    std::string name;
    engine::Date day;
    double low = 0.0;
    double high = 0.0;
    std::optional<double> best;
};

/// Something to know about a day: a mark with a number on the axis, and a row of the legend.
struct Flag {
    engine::Date day;
    std::string text;
};

struct LineChart {
    std::string id; ///< unique in the document, letters and digits: names what the chart refers to
    std::string title; ///< what it shows, for whoever cannot see it
    std::string description;
    std::string axis; ///< what is measured, at the top of the axis: "km²"
    std::vector<Series> series;
    std::vector<Strip> strips;
    std::vector<Whisker> whiskers;
    std::vector<Flag> flags;
    /// Days that its axis reaches to besides those of what it shows: as another chart's.
    std::vector<engine::Date> days = {};
    bool from_nothing = true; ///< the axis of values; else from the least that is shown
    double width = 440;
    double height = 270;
    /// A style sheet of ours for a drawing that stands alone; in a page the page has it. Then the
    /// title is drawn as well, and the flags' texts stand in the legend.
    std::string_view standalone_style = {};
};

/// The flags as the chart numbers them from 1: one for each day, ascending, the texts of those that
/// share a day behind one another.
std::vector<Flag> numbered_flags(const std::vector<Flag>& flags);

/// A flag's mark with its number; its foot stands at the place.
Markup flag_mark(double x, double y, int number);

/// The chart as an <svg> element with title and description, its looks by class
/// (assets/chart.css). An empty one says so in its description and has axes only.
Markup line_chart(const LineChart& chart, const Words& words);

/// Charts under one another as one drawing, with the title, the description, the width and the
/// style of the first; at least one.
Markup stacked_charts(const std::vector<LineChart>& charts, const Words& words);

} // namespace chart
