// SPDX-License-Identifier: MIT
#include "tools/areaclaim/version.hpp"

#include "shapes/geos/second_opinion.hpp"
#include "shapes/io/gdal_module.hpp"
#include "shapes/projection/projection.hpp"

#include <exception>

namespace areaclaim {

const char* program_version() {
    return AREACLAIM_VERSION;
}

std::map<std::string, std::string> library_versions() {
    const auto asked = [](std::string (*version)()) -> std::string {
        try {
            return version();
        } catch (const std::exception& error) {
            return std::string("not available: ") + error.what();
        }
    };
    return {{"GDAL", asked([] { return shapes::io::gdal_module().version(); })},
            {"GEOS", asked(shapes::geos::version)},
            {"PROJ", asked(shapes::projection::version)}};
}

std::map<std::string, std::string> used_library_versions() {
    return {{"GEOS", shapes::geos::version()}};
}

std::string version_text() {
    std::string text = std::string("areaclaim ") + program_version();
    for (const auto& [library, version] : library_versions()) {
        text += '\n' + library + ' ' + version;
    }
    return text;
}

} // namespace areaclaim
