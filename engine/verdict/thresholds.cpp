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
        const Thresholds read{share("decide_probability"), share("agree_probability"),
                              share("opposite_share"),     share("nothing_share"),
                              share("elsewhere_share"),    share("offset_km2"),
                              share("offset_spread")};
        table.finish();
        return read;
    }();
    return values;
}

} // namespace engine
