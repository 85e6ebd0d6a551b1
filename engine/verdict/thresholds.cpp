// SPDX-License-Identifier: MIT
#include "engine/verdict/thresholds.hpp"

#include "engine/toml/embedded_numbers.hpp"

namespace engine {

const Thresholds& thresholds() {
    static const Thresholds values = [] {
        const EmbeddedNumbers numbers("verdict.toml");
        const Thresholds read{.decide_probability = numbers.at("decide_probability"),
                              .sure_probability = numbers.at("sure_probability"),
                              .least_margin = numbers.at("least_margin"),
                              .rough_share = numbers.at("rough_share"),
                              .precision_share = numbers.at("precision_share"),
                              .gross_share = numbers.at("gross_share"),
                              .gross_gap_days = numbers.at("gross_gap_days"),
                              .denominator_share = numbers.at("denominator_share"),
                              .outline_span_days = numbers.at("outline_span_days"),
                              .opposite_share = numbers.at("opposite_share"),
                              .nothing_share = numbers.at("nothing_share"),
                              .elsewhere_share = numbers.at("elsewhere_share"),
                              .offset_km2 = numbers.at("offset_km2"),
                              .offset_spread = numbers.at("offset_spread")};
        numbers.finish();
        return read;
    }();
    return values;
}

} // namespace engine
