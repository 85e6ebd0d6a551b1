// SPDX-License-Identifier: MIT
#include "tools/report/map_warning_text.hpp"

#include "shapes/types/enum_names.hpp"

#include <map>

namespace report {
namespace {

using engine::MapWarningCode;

/// Its text is "map_warning." and this in words/<language>.toml.
constexpr auto kKeys = shapes::enum_names<MapWarningCode, MapWarningCode::region_faults>(
    "no_confirmed_class", "maps_differ", "no_day", "region_faults");

} // namespace

std::string map_warning_text(const engine::MapWarning& warning, const Language& in) {
    std::map<std::string, std::string> values;
    const auto& paths = warning.paths;
    values["path"] = paths.empty() ? "" : paths.front();
    values["other"] = paths.size() > 1 ? paths[1] : "";
    values["files"] = values["path"] + (paths.size() > 1 ? ", …" : "");
    values["named"] = paths.empty() ? "" : " (" + paths.front() + ")";
    values["day"] = warning.day ? warning.day->iso() : "";
    if (warning.faults) {
        values["count"] = std::to_string(warning.faults->count);
        values["fault"] = name(warning.faults->first);
        values["longitude"] = in.digits(warning.faults->at.lon, 6);
        values["latitude"] = in.digits(warning.faults->at.lat, 6);
    }
    const std::string text = in.text(std::string("map_warning.") + kKeys.of(warning.code), values);
    return warning.source.empty() ? text : warning.source + ": " + text;
}

std::vector<std::string> map_warning_texts(const std::vector<engine::MapWarning>& warnings,
                                           const Language& in) {
    std::vector<std::string> texts;
    texts.reserve(warnings.size());
    for (const engine::MapWarning& warning : warnings) {
        texts.push_back(map_warning_text(warning, in));
    }
    return texts;
}

} // namespace report
