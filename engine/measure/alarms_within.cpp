// SPDX-License-Identifier: MIT
#include "engine/measure/alarms_within.hpp"

#include <algorithm>
#include <set>

namespace engine {
namespace {

std::set<std::size_t> maps_of(const Frame& frame) {
    std::set<std::size_t> used;
    for (const auto& [before, after] : frame.choices) {
        used.insert({before, after});
    }
    return used;
}

} // namespace

std::vector<DoubtedMap> doubted_maps(const Frame& frame, std::span<const Date> days,
                                     const std::vector<Alarm>& alarms) {
    const std::set<std::size_t> used = maps_of(frame);
    std::vector<DoubtedMap> found;
    for (const Alarm& alarm : alarms) {
        for (const std::size_t map : used) {
            if (casts_doubt(alarm) && alarm.date == days[map]) {
                found.push_back({alarm, map});
            }
        }
    }
    return found;
}

std::optional<Date> led_either_way(const Frame& frame, std::span<const Date> days,
                                   const std::vector<Alarm>& alarms) {
    for (const std::size_t map : maps_of(frame)) {
        for (const Alarm& alarm : alarms) {
            if (alarm.code == AlarmCode::long_edge && alarm.date == days[map]) {
                return days[map];
            }
        }
    }
    return std::nullopt;
}

std::vector<Alarm> breaks_within(const Frame& frame, Measure measure, std::span<const Date> days,
                                 const std::vector<Alarm>& alarms) {
    const std::set<std::size_t> used = maps_of(frame);
    if (measure == Measure::held || used.empty()) {
        return {};
    }
    std::vector<Alarm> found;
    for (const Alarm& alarm : alarms) {
        const double km2 = alarm.km2.value_or(0.0);
        const bool touches = measure == Measure::lost     ? km2 < 0.0
                             : measure == Measure::gained ? km2 > 0.0
                                                          : true;
        if (alarm.code == AlarmCode::definition_break && touches &&
            alarm.date > days[*used.begin()] && alarm.date <= days[*used.rbegin()]) {
            found.push_back(alarm);
        }
    }
    return found;
}

std::vector<Maps> stretches(const Maps& maps, const std::vector<Alarm>& breaks,
                            std::span<const Date> days) {
    std::vector<Maps> found;
    std::size_t from = maps.first;
    const auto add_until = [&](std::size_t to) {
        if (from < to) {
            found.emplace_back(from, to);
        }
    };
    for (const Alarm& alarm : breaks) {
        const auto at = std::ranges::lower_bound(days, *alarm.date);
        const auto step = static_cast<std::size_t>(at - days.begin());
        if (from < step && step <= maps.second) {
            add_until(step - 1);
            from = step;
        }
    }
    add_until(maps.second);
    return found;
}

} // namespace engine
