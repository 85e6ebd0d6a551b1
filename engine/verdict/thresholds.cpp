// SPDX-License-Identifier: MIT
#include "engine/verdict/thresholds.hpp"

#include "engine/data/embedded.hpp"
#include "engine/toml/table.hpp"

namespace engine {

const Thresholds& thresholds() {
    static const Thresholds values = [] {
        constexpr std::string_view kPath = "verdict.toml";
        const TomlTable table =
            TomlTable::parse(embedded_file(kPath).value_or(""), std::string(kPath));
        const auto share = [&](std::string_view key) {
            const auto value = table.number(key);
            if (!value || *value < 0.0) {
                table.fail("", "'" + std::string(key) + "' must be a number of 0 or more");
            }
            return *value;
        };
        const Thresholds read{.decide_probability = share("decide_probability"),
                              .sure_probability = share("sure_probability"),
                              .least_margin = share("least_margin"),
                              .rough_share = share("rough_share"),
                              .precision_share = share("precision_share"),
                              .gross_share = share("gross_share"),
                              .gross_gap_days = share("gross_gap_days"),
                              .opposite_share = share("opposite_share"),
                              .nothing_share = share("nothing_share"),
                              .elsewhere_share = share("elsewhere_share"),
                              .offset_km2 = share("offset_km2"),
                              .offset_spread = share("offset_spread")};
        table.finish();
        return read;
    }();
    return values;
}

} // namespace engine
