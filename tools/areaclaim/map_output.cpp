// SPDX-License-Identifier: MIT
#include "tools/areaclaim/map_output.hpp"

#include "shapes/io/atomic_file.hpp"

#include <filesystem>

namespace areaclaim {

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

} // namespace areaclaim
