// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"

#include <vector>

namespace chart {

/// From values to places along a line, both ends included. `from` and `to` may run either way.
struct Scale {
    double low = 0.0; ///< value at `from`
    double high = 1.0;
    double from = 0.0; ///< place of `low`
    double to = 1.0;

    /// `from` where the values have no extent.
    double at(double value) const {
        return high == low ? from : from + (value - low) / (high - low) * (to - from);
    }
    double at(engine::Date day) const {
        return at(static_cast<double>(day.days().time_since_epoch().count()));
    }
};

/// A scale of days; a single day gets one more on each side.
Scale day_scale(engine::Date first, engine::Date last, double from, double to);

/// Round values (1, 2 or 5 times a power of ten apart) that cover [low, high], about `count` of
/// them: the first is at most `low`, the last at least `high`. Two at least.
std::vector<double> ticks(double low, double high, int count);

/// Days to label between `first` and `last`, both included, at most `most` of them (≥ 2): every
/// day, second day, week or fortnight, else firsts of the month, of every third or sixth month, of
/// the year or of several years. The first day alone where nothing rounder lies between.
std::vector<engine::Date> day_ticks(engine::Date first, engine::Date last, int most);

} // namespace chart
