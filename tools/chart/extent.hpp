// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/line_chart.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace chart {

/// The days and values that a chart reaches over.
struct Extent {
    std::optional<engine::Date> first;
    std::optional<engine::Date> last;
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(engine::Date day) {
        first = first ? std::min(*first, day) : day;
        last = last ? std::max(*last, day) : day;
    }
    void add(double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
};

/// Of all that a chart shows: its values from nothing on, unless it says otherwise, and 0 where it
/// shows none. No day where it has none.
Extent extent_of(const LineChart& chart);

} // namespace chart
