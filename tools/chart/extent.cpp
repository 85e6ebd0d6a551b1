// SPDX-License-Identifier: MIT
#include "tools/chart/extent.hpp"

namespace chart {

Extent extent_of(const LineChart& chart) {
    Extent extent;
    if (chart.from_nothing) {
        extent.add(0.0);
    }
    for (const engine::Date day : chart.days) {
        extent.add(day);
    }
    for (const Series& series : chart.series) {
        for (const Point& point : series.points) {
            extent.add(point.day);
            extent.add(point.value);
        }
    }
    for (const Strip& strip : chart.strips) {
        extent.add(strip.day);
        extent.add(strip.low);
        extent.add(strip.high);
    }
    for (const Whisker& whisker : chart.whiskers) {
        extent.add(whisker.day);
        extent.add(whisker.low);
        extent.add(whisker.high);
    }
    for (const Flag& flag : chart.flags) {
        extent.add(flag.day);
    }
    if (extent.low > extent.high) { // nothing is shown
        extent.add(0.0);
    }
    return extent;
}

} // namespace chart
