// SPDX-License-Identifier: MIT
#include "tools/areaclaim/period.hpp"

#include "engine/input_error.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace areaclaim {
namespace {

using engine::Date;
using engine::Snapshot;

/// The day that a week or a month begins on tells it from all others.
Date begin_of(Date day, Every every) {
    if (every == Every::month) {
        const std::chrono::year_month_day ymd(day.days());
        return Date(std::chrono::sys_days(ymd.year() / ymd.month() / 1));
    }
    const std::chrono::weekday weekday(day.days());
    return day.plus_days(1 - static_cast<int>(weekday.iso_encoding()));
}

} // namespace

void keep_period(engine::Timeline& timeline, const std::optional<Date>& since,
                 const std::optional<Date>& until) {
    if (timeline.snapshots.empty() || (!since && !until)) {
        return;
    }
    const std::string there =
        timeline.snapshots.front().date.iso() + " to " + timeline.snapshots.back().date.iso();
    std::erase_if(timeline.snapshots, [&](const Snapshot& s) {
        return (since && s.date < *since) || (until && s.date > *until);
    });
    std::erase_if(timeline.gaps, [&](const engine::Gap& gap) {
        return (since && gap.last < *since) || (until && gap.first > *until);
    });
    for (engine::Gap& gap : timeline.gaps) {
        gap.first = since ? std::max(gap.first, *since) : gap.first;
        gap.last = until ? std::min(gap.last, *until) : gap.last;
    }
    if (timeline.snapshots.empty()) {
        throw engine::InputError("no map is of the period asked for; the maps are of " + there +
                                 ". Choose another --since or --until.");
    }
}

void thin_out(engine::Timeline& timeline, Every every) {
    std::vector<Snapshot> kept;
    std::vector<Snapshot>& all = timeline.snapshots;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool is_last =
            i + 1 == all.size() || begin_of(all[i + 1].date, every) != begin_of(all[i].date, every);
        if (i == 0 || is_last) {
            kept.push_back(std::move(all[i]));
        }
    }
    all = std::move(kept);
}

} // namespace areaclaim
