// SPDX-License-Identifier: MIT
#include "engine/timeline/gross_change.hpp"

namespace engine {

std::optional<Crossing> find_gross_crossing(const Timeline& timeline, std::vector<TimelineRow> rows,
                                            shapes::Area figure) {
    for (TimelineRow& row : rows) { // what is lost either way
        row.cumulative_lost = row.cumulative_lost + row.cumulative_gained;
    }
    return find_crossing(timeline, rows, Measure::lost, figure);
}

} // namespace engine
