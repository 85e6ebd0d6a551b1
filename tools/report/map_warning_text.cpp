// SPDX-License-Identifier: MIT
#include "tools/report/map_warning_text.hpp"

#include "shapes/types/enum_names.hpp"

#include <map>

namespace report {
namespace {

using engine::MapWarning;
using engine::MapWarningCode;
using shapes::ReadWarning;
using shapes::ReadWarningCode;

/// Its text is "map_warning." and this in words/<language>.toml.
constexpr auto kKeys = shapes::enum_names<MapWarningCode, MapWarningCode::profile_passed_over>(
    "no_confirmed_class", "maps_differ", "no_day", "region_faults", "reader_says", "day_unreadable",
    "layer_of_days", "name_of_days", "name_without_day", "features_left_out", "several_days",
    "nothing_held", "far_maps_unread", "profile_found", "profile_passed_over");

/// Of what a reader says it is "reader." and this.
constexpr auto kReaderKeys = shapes::enum_names<ReadWarningCode, ReadWarningCode::library_says>(
    "property_twice", "long_edge", "degrees_in_plane", "no_crs", "members_left_out",
    "library_says");

std::string key_of(const MapWarning& warning) {
    return warning.reader ? std::string("reader.") + kReaderKeys.of(warning.reader->code)
                          : std::string("map_warning.") + kKeys.of(warning.code);
}

std::string quoted(const std::string& text, const Language& in) {
    return in.text("report.quote", {{"text", text}});
}

/// ": “a”, “b”", or nothing.
std::string listed(const std::vector<std::string>& examples, const Language& in) {
    std::string list;
    for (const std::string& each : examples) {
        list += (list.empty() ? ": " : ", ") + (each == "…" ? each : quoted(each, in));
    }
    return list;
}

std::map<std::string, std::string> values_of(const MapWarning& warning, const Language& in) {
    std::map<std::string, std::string> values;
    const auto& paths = warning.paths;
    values["path"] = paths.empty() ? "" : paths.front();
    values["other"] = paths.size() > 1 ? paths[1] : "";
    values["files"] = values["path"] + (paths.size() > 1 ? ", …" : "");
    values["named"] = paths.empty() ? "" : " (" + paths.front() + ")";
    values["day"] = warning.day ? warning.day->iso() : "";
    values["last"] = warning.last ? warning.last->iso() : "";
    values["profile"] = warning.name;
    values["name"] = quoted(warning.name, in);
    values["value"] = quoted(warning.value, in);
    values["count"] = std::to_string(warning.count);
    values["examples"] = listed(warning.examples, in);
    if (const auto& reader = warning.reader) {
        values["name"] = quoted(reader->name, in);
        values["count"] = std::to_string(reader->count);
        values["examples"] = listed({reader->name}, in);
    }
    if (warning.code == MapWarningCode::profile_found ||
        warning.code == MapWarningCode::profile_passed_over) {
        values["by"] = in.text("fitting." + warning.value);
    }
    if (warning.faults) {
        values["count"] = std::to_string(warning.faults->count);
        values["fault"] = in.text(std::string("fault.") + name(warning.faults->first));
        values["longitude"] = in.digits(warning.faults->at.lon, 6);
        values["latitude"] = in.digits(warning.faults->at.lat, 6);
    }
    return values;
}

} // namespace

std::string map_warning_text(const MapWarning& warning, const Language& in) {
    const std::string text = in.text(key_of(warning), values_of(warning, in));
    return warning.source.empty() ? text : warning.source + ": " + text;
}

std::vector<std::string> map_warning_texts(const std::vector<MapWarning>& warnings,
                                           const Language& in) {
    std::vector<std::string> texts;
    texts.reserve(warnings.size());
    for (const MapWarning& warning : warnings) {
        texts.push_back(map_warning_text(warning, in));
    }
    return texts;
}

} // namespace report
