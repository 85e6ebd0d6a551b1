// SPDX-License-Identifier: MIT
#include "tools/embedded.hpp"

#include <stdexcept>
#include <string>

namespace tools {

const engine::EmbeddedFile& asset_file(std::string_view path) {
    for (const engine::EmbeddedFile& file : embedded_files()) {
        if (file.path == path) {
            return file;
        }
    }
    throw std::logic_error("no file " + std::string(path) + " was compiled in");
}

std::string_view asset(std::string_view path) {
    return asset_file(path).content;
}

} // namespace tools
