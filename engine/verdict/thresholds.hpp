// SPDX-License-Identifier: MIT
#pragma once

namespace engine {

/// Thresholds of the verdict (engine/data/verdict.toml, which says why).
struct Thresholds {
    double decide_probability = 0.0; ///< of being apart, for overstated and understated
    double sure_probability = 0.0;   ///< of an end of a bracket being apart, for undecidable
    double least_margin = 0.0;       ///< share of the figure that every claim is granted
    double rough_share = 0.0;        ///< of the figure: a larger error leaves agreement no meaning
    double precision_share = 0.0;    ///< how much smaller the error of a source must be to decide
    double gross_share = 0.0;        ///< by how much a sum from map to map must exceed the change
    double gross_gap_days = 0.0;     ///< beyond which such a sum is only a lower bound
    double denominator_share = 0.0;  ///< by which a region's polygon and its published area differ
    double outline_span_days = 0.0;  ///< between two maps, for what both draw alike to be a border
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
