// SPDX-License-Identifier: MIT
#include "engine/verdict/fixed_outline.hpp"

#include "engine/verdict/thresholds.hpp"
#include "shapes/types/enum_names.hpp"

namespace engine {

const char* name(FixedOutline::By by) {
    constexpr auto kNames = shapes::enum_names<FixedOutline::By, FixedOutline::By::maps>(
        "nothing", "file", "profile", "maps");
    return kNames.of(by);
}

bool is_far_apart(const Timeline& timeline) {
    return !timeline.snapshots.empty() &&
           timeline.last().date - timeline.first().date >= thresholds().outline_span_days;
}

FixedOutline outline_of(const Timeline& timeline, bool has_file, bool has_profile) {
    using By = FixedOutline::By;
    if (has_file || has_profile) {
        return {has_file ? By::file : By::profile};
    }
    if (!is_far_apart(timeline)) {
        return {};
    }
    return {By::maps, timeline.first().date, timeline.last().date};
}

} // namespace engine
