// SPDX-License-Identifier: MIT
#include "tools/areaclaim/map_output.hpp"

#include "shapes/io/atomic_file.hpp"
#include "shapes/io/gdal_module.hpp"

#include <filesystem>
#include <set>

namespace areaclaim {
namespace {

/// A name that any program takes for a table; of names that would be alike the later get a number.
std::string table_name(const std::string& name, std::set<std::string>& taken) {
    std::string table;
    for (const char c : name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_';
        table += plain ? c : '_';
    }
    const std::string stem = "claim_" + table.substr(0, 50);
    table = stem;
    for (int n = 2; !taken.insert(table).second; ++n) {
        table = stem + "_" + std::to_string(n);
    }
    return table;
}

} // namespace

void write_change_map(const std::string& path, const report::ChangeMap& map) {
    shapes::write_file(path, report::geojson(map));
    std::error_code ignored;
    const bool is_special =
        std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
    if (!is_special) { // no style beside /dev/stdout
        shapes::write_file(std::filesystem::path(path).replace_extension(".qml").string(),
                           report::qgis_style());
    }
}

void write_geopackage(const std::string& path, const std::vector<report::ChangeMap>& maps) {
    std::set<std::string> taken;
    std::vector<shapes::io::LayerToPack> layers;
    layers.reserve(maps.size());
    for (const report::ChangeMap& map : maps) {
        layers.push_back({table_name(map.name, taken), report::geojson(map), report::qgis_style()});
    }
    if (layers.empty()) {
        throw shapes::WriteError(path + ": no map bounds any claim, so there is no layer to write; "
                                        "leave the option out");
    }
    const shapes::io::PackedLayers packed = shapes::io::gdal_module().pack(layers);
    if (!packed.error.empty()) {
        throw shapes::WriteError(path + ": " + packed.error);
    }
    shapes::write_file(path, packed.bytes);
}

} // namespace areaclaim
