// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace report {

/// What areas are shown in on a terminal; JSON, CSV and map files stay with km².
enum class AreaUnit {
    km2,
    mi2,       ///< square statute miles
    ha,        ///< hectares
    acres,     ///< international acres
    automatic, ///< of a claim: the one it was stated in; else km²
};

/// "km2", "mi2", "ha", "acres", "auto".
const char* name(AreaUnit unit);
std::optional<AreaUnit> area_unit_from_name(std::string_view name);

/// How many km² one of it is: the mile and the yard are those of the international agreement of
/// 1959 (1,609.344 m; 4,840 square yards of 0.9144 m are an acre). `automatic` is km².
double km2_in(AreaUnit unit);

/// "km²", "sq mi", "ha", "acres".
const char* symbol(AreaUnit unit);

/// `unit`, or, where it is automatic, the nearest to the one of an id of engine/data/units.toml;
/// any without a counterpart here, and an empty one, is km².
AreaUnit settled(AreaUnit unit, std::string_view stated_unit);

} // namespace report
