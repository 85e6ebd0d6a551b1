// SPDX-License-Identifier: MIT
#pragma once

#include "engine/claims/text_claim.hpp"
#include "engine/timeline/date.hpp"
#include "shapes/units/area.hpp"

#include <optional>

namespace engine {

/// How a stated figure stands to what was measured. Neutral: what a newsroom calls it is its own.
enum class Verdict {
    consistent,   ///< all that may have been the case lies in the lenient band
    overstated,   ///< all of it lies below the lenient band
    understated,  ///< all of it lies above the lenient band
    contradicted, ///< the change went the other way, or did not happen in the place named
    undecidable,  ///< the maps allow more than one of these
};

/// "consistent", …
const char* name(Verdict v);

/// What is known of the measured area: every value that the maps allow lies in [low, high]. An open
/// end (nullopt) means that no map bounds it on that side.
struct Interval {
    std::optional<shapes::Area> low;
    std::optional<shapes::Area> high;
};

/// The interval with `by` added to the ends that it has.
inline Interval shifted(const Interval& interval, shapes::Area by) {
    const auto end = [by](const std::optional<shapes::Area>& value) {
        return value ? std::optional(*value + by) : std::nullopt;
    };
    return {end(interval.low), end(interval.high)};
}

/// Probabilities that the true area lies in the lenient band, below it (the claim overstates) and
/// above it. They add up to 1. Absent where nothing bounds the measurement on one side.
struct Probability {
    double consistent = 0.0;
    double overstated = 0.0;
    double understated = 0.0;
};

/// Where an interval lies towards a band: consistent, overstated, understated, or undecidable where
/// it lies in more than one of them.
Verdict compare(const Interval& measured, const Band& band);

} // namespace engine
