// SPDX-License-Identifier: MIT
#include "tools/areaclaim/map_output.hpp"

#include "shapes/io/atomic_file.hpp"
#include "shapes/io/gdal_module.hpp"
#include "tools/areaclaim/outputs.hpp"
#include "tools/report/qgis.hpp"

#include <filesystem>

namespace areaclaim {
namespace {

namespace fs = std::filesystem;

// Empty where nothing is put beside `path`.
std::string beside(const std::string& path, const char* ending) {
    return has_company(path) ? fs::path(path).replace_extension(ending).string() : "";
}

} // namespace

void write_change_map(const std::string& path, const report::ChangeMap& map,
                      report::Coordinates coordinates) {
    shapes::write_file(path, report::geojson(map, coordinates));
    if (const std::string style = beside(path, ".qml"); !style.empty()) {
        shapes::write_file(style, report::qgis_style());
    }
}

void write_claim_maps(const std::string& folder, const std::vector<report::ChangeMap>& maps) {
    const std::vector<std::string> names = report::layer_names(maps);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        write_change_map((fs::path(folder) / (names[i] + ".geojson")).string(), maps[i],
                         report::Coordinates::centimetres);
    }
}

std::string project_beside(const std::string& path) {
    return beside(path, ".qgs");
}

void write_geopackage(const std::string& path, const std::string& title,
                      const std::vector<report::ChangeMap>& maps) {
    if (maps.empty()) {
        throw shapes::WriteError(path + ": no map bounds any claim, so there is no layer to write; "
                                        "leave the option out");
    }
    const std::vector<std::string> names = report::layer_names(maps);
    std::vector<shapes::io::LayerToPack> layers;
    layers.reserve(maps.size());
    for (std::size_t i = 0; i < maps.size(); ++i) {
        layers.push_back(
            {names[i],
             report::geojson(maps[i], report::Coordinates::all_digits, report::Texts::cleaned),
             report::qgis_style()});
    }
    const shapes::io::PackedLayers packed = shapes::io::gdal_module().pack(layers);
    if (!packed.error.empty()) {
        throw shapes::WriteError(path + ": " + packed.error);
    }
    shapes::write_file(path, packed.bytes);
    if (const std::string project = project_beside(path); !project.empty()) {
        shapes::write_file(project,
                           report::qgis_project(title, fs::path(path).filename().string(), maps));
    }
}

} // namespace areaclaim
