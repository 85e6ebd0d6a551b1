// SPDX-License-Identifier: MIT
#include "tools/areaclaim/near_files.hpp"

#include "engine/sources/feature_date.hpp"
#include "engine/sources/name_pattern.hpp"
#include "shapes/io/database_address.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>

namespace areaclaim {
namespace {

using engine::Date;
using engine::DaySpan;

constexpr int kDaysAround = 366;
constexpr std::ptrdiff_t kMapsAround = 100; ///< where maps come less often than daily
constexpr int kMostOff = 183;               ///< half of kDaysAround

/// What is near the days spoken of, for a source with files of these days.
DaySpan near_days(const std::set<Date>& days, const DaySpan& spoken_of) {
    DaySpan span{spoken_of.first.plus_days(-kDaysAround), spoken_of.last.plus_days(kDaysAround)};
    auto first = days.lower_bound(spoken_of.first);
    std::ranges::advance(first, -kMapsAround, days.begin());
    auto behind = days.upper_bound(spoken_of.last);
    std::ranges::advance(behind, kMapsAround, days.end());
    if (first != days.end()) {
        span.first = std::min(span.first, *first);
    }
    if (behind != days.begin()) {
        span.last = std::max(span.last, *std::prev(behind));
    }
    return span;
}

} // namespace

NearFiles near_files(const std::vector<std::string>& paths, const engine::DateRule& rule,
                     const DaySpan& spoken_of) {
    std::vector<std::optional<Date>> day_of;
    std::set<Date> days;
    std::vector<engine::MapWarning> told_when_it_is_read;
    day_of.reserve(paths.size());
    for (const std::string& path : paths) {
        const bool is_file = !shapes::io::is_database_address(path);
        day_of.push_back(is_file ? date_of_name(rule, engine::file_name(path), told_when_it_is_read)
                                 : std::nullopt);
        if (day_of.back()) {
            days.insert(*day_of.back());
        }
    }
    NearFiles found;
    found.days = near_days(days, spoken_of);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const auto& day = day_of[i];
        if (!day || (found.days.first <= *day && *day <= found.days.last)) {
            found.near.push_back(paths[i]);
        } else if (*day == *days.begin() || *day == *days.rbegin()) {
            found.ends.push_back(paths[i]);
        } else {
            found.left_out.push_back(paths[i]);
        }
    }
    return found;
}

bool names_tell_days(const std::vector<engine::ControlBoundary>& maps) {
    return std::ranges::none_of(maps, [](const engine::ControlBoundary& map) {
        return map.map_date && map.file_date && std::abs(*map.map_date - *map.file_date) > kMostOff;
    });
}

} // namespace areaclaim
