// SPDX-License-Identifier: MIT
#include "tools/report/unit.hpp"

#include "shapes/types/enum_names.hpp"

namespace report {
namespace {

constexpr auto kNames =
    shapes::enum_names<AreaUnit, AreaUnit::automatic>("km2", "mi2", "ha", "acres", "auto");

constexpr double kSquareMile = 1.609344 * 1.609344;
constexpr double kAcre = 4840.0 * 0.0009144 * 0.0009144;

} // namespace

const char* name(AreaUnit unit) {
    return kNames.of(unit);
}

std::optional<AreaUnit> area_unit_from_name(std::string_view text) {
    return kNames.find(text);
}

double km2_in(AreaUnit unit) {
    switch (unit) {
    case AreaUnit::mi2:
        return kSquareMile;
    case AreaUnit::ha:
        return 0.01;
    case AreaUnit::acres:
        return kAcre;
    case AreaUnit::km2:
    case AreaUnit::automatic:
        break;
    }
    return 1.0;
}

const char* symbol(AreaUnit unit) {
    switch (unit) {
    case AreaUnit::mi2:
        return "sq mi";
    case AreaUnit::ha:
        return "ha";
    case AreaUnit::acres:
        return "acres";
    case AreaUnit::km2:
    case AreaUnit::automatic:
        break;
    }
    return "km²";
}

AreaUnit settled(AreaUnit unit, std::string_view stated_unit) {
    if (unit != AreaUnit::automatic) {
        return unit;
    }
    return stated_unit == "square_mile" ? AreaUnit::mi2
           : stated_unit == "hectare"   ? AreaUnit::ha
           : stated_unit == "acre"      ? AreaUnit::acres
                                        : AreaUnit::km2;
}

} // namespace report
