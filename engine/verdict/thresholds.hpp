// SPDX-License-Identifier: MIT
#pragma once

namespace engine {

/// Thresholds of the verdict (engine/data/verdict.toml, which says why).
struct Thresholds {
    double decide_probability = 0.0;
    double agree_probability = 0.0;
    // Shares of the lower end of the claim's lenient band.
    double opposite_share = 0.0;
    double nothing_share = 0.0;
    double elsewhere_share = 0.0;
    // Of a constant difference between two sources: its size, and how far it may vary as a share.
    double offset_km2 = 0.0;
    double offset_spread = 0.0;
};

const Thresholds& thresholds();

} // namespace engine
