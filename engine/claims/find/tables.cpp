// SPDX-License-Identifier: MIT
#include "engine/claims/find/tables.hpp"

#include "engine/data/embedded.hpp"
#include "engine/toml/packed.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <map>

namespace engine {
namespace {

std::map<std::string, AreaUnit, std::less<>> read_units() {
    std::map<std::string, AreaUnit, std::less<>> out;
    for (const auto& [key, node] : unpack(embedded_file("units.toml")->packed)) {
        const toml::table& row = *node.as_table();
        AreaUnit unit;
        unit.id = key.str();
        unit.km2 = row["km2"].value_or(1.0);
        unit.low_km2 = row["low_km2"].value_or(unit.km2);
        unit.high_km2 = row["high_km2"].value_or(unit.km2);
        unit.system = row["system"].value_or("");
        unit.is_mistaken = row["mistaken"].value_or(false);
        if (const toml::array* also = row["also"].as_array()) {
            for (const toml::node& other : *also) {
                const toml::table& fields = *other.as_table();
                unit.also.push_back({fields["km2"].value_or(0.0), fields["code"].value_or("")});
            }
        }
        out.emplace(unit.id, unit);
    }
    return out;
}

HedgeBand read_band(const toml::node_view<const toml::node>& row) {
    HedgeBand band;
    band.strict_low = row["strict"][0].value_or(1.0);
    band.strict_high = row["strict"][1].value_or(1.0);
    band.lenient_low = row["lenient"][0].value_or(1.0);
    band.lenient_high = row["lenient"][1].value_or(1.0);
    band.reason = row["reason"].value_or("");
    return band;
}

struct HedgeTable {
    std::map<std::string, HedgeBand, std::less<>> by_id;
    HedgeBand range;
    HedgeBand vague;
    double strict_digits = 0.5;
    double lenient_digits = 1.0;
    double round_strict = 0.05;
    double round_lenient = 0.10;
};

HedgeTable read_hedges() {
    const toml::table file = unpack(embedded_file("hedges.toml")->packed);
    HedgeTable out;
    out.range = read_band(file["range"]);
    out.vague = read_band(file["vague"]);
    const auto bare = file["bare"];
    out.strict_digits = bare["last_digit"][0].value_or(out.strict_digits);
    out.lenient_digits = bare["last_digit"][1].value_or(out.lenient_digits);
    out.round_strict = bare["round_strict"].value_or(out.round_strict);
    out.round_lenient = bare["round_lenient"].value_or(out.round_lenient);
    if (const toml::table* rows = file["hedge"].as_table()) {
        for (const auto& [key, node] : *rows) {
            out.by_id.emplace(key.str(), read_band(file["hedge"][key.str()]));
        }
    }
    return out;
}

const HedgeTable& hedges() {
    static const HedgeTable table = read_hedges();
    return table;
}

} // namespace

const AreaUnit* area_unit(std::string_view id) {
    static const auto units = read_units();
    const auto place = units.find(id);
    return place == units.end() ? nullptr : &place->second;
}

const HedgeBand* hedge_band(std::string_view id) {
    const auto place = hedges().by_id.find(id);
    return place == hedges().by_id.end() ? nullptr : &place->second;
}

const HedgeBand& range_band() {
    return hedges().range;
}
const HedgeBand& vague_band() {
    return hedges().vague;
}

Bands bare_bands(double figure_km2, double step_km2, bool round) {
    const HedgeTable& table = hedges();
    double strict = table.strict_digits * step_km2;
    double lenient = table.lenient_digits * step_km2;
    if (round) { // both capped from half the last digit: hedges.toml says why
        lenient = std::min(strict, table.round_lenient * figure_km2);
        strict = std::min(strict, table.round_strict * figure_km2);
    }
    return {{std::max(0.0, figure_km2 - strict), figure_km2 + strict},
            {std::max(0.0, figure_km2 - lenient), figure_km2 + lenient}};
}

Bands hedged_bands(const HedgeBand& hedge, double low_km2, double high_km2) {
    return {{low_km2 * hedge.strict_low, high_km2 * hedge.strict_high},
            {low_km2 * hedge.lenient_low, high_km2 * hedge.lenient_high}};
}

} // namespace engine
