// SPDX-License-Identifier: MIT
#include "engine/verdict/measure_readings.hpp"

#include <algorithm>

namespace engine {

namespace {

/// The longest stretch between neighbouring maps of a window, in days.
int longest_gap_days(const Timeline& timeline, std::size_t from, std::size_t to) {
    int longest = 0;
    for (std::size_t i = from + 1; i <= to; ++i) {
        longest = std::max(longest, timeline.snapshots[i].date - timeline.snapshots[i - 1].date);
    }
    return longest;
}

} // namespace

bool is_to_and_fro(const MeasureReadings& readings, const Interval& two_maps,
                   const Thresholds& limits) {
    if (!readings.gross.high || !two_maps.high) {
        return !readings.gross.high;
    }
    return (*readings.gross.high - *two_maps.high).km2() >=
           limits.gross_share * two_maps.high->km2();
}

MeasureReadings measure_readings(const Timeline& timeline, const std::vector<TimelineRow>& rows,
                                 Measure measure, const AsOf& base, const AsOf& last,
                                 const Thresholds& limits) {
    const auto sum = [&](std::size_t from, std::size_t to) {
        shapes::Area total;
        for (const TimelineRow& row : rows) {
            if (row.snapshot > from && row.snapshot <= to) {
                total += measure == Measure::lost ? row.lost : row.gained;
            }
        }
        return total;
    };
    MeasureReadings readings;
    readings.gross = {sum(*base.after, *last.before), sum(*base.before, *last.after)};
    if (longest_gap_days(timeline, *base.before, *last.after) > limits.gross_gap_days) {
        readings.gross.high.reset();
    }
    for (const TimelineRow& row : rows) {
        if (row.snapshot == *base.before || row.snapshot == *base.after) {
            readings.held_at_baseline = std::max(readings.held_at_baseline, row.held);
        }
    }
    return readings;
}

} // namespace engine
