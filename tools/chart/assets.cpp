// SPDX-License-Identifier: MIT
#include "tools/chart/assets.hpp"

#include "engine/data/embedded.hpp"

#include <stdexcept>
#include <string>

namespace chart {

/// Generated from the files, see tools/CMakeLists.txt.
std::span<const engine::EmbeddedFile> embedded_files();

std::string_view asset(std::string_view path) {
    for (const engine::EmbeddedFile& file : embedded_files()) {
        if (file.path == path) {
            return file.content;
        }
    }
    throw std::logic_error("no file " + std::string(path) + " was compiled in");
}

} // namespace chart
