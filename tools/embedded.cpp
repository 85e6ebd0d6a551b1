// SPDX-License-Identifier: MIT
#include "tools/embedded.hpp"

#include <stdexcept>
#include <string>

namespace tools {

std::string_view asset(std::string_view path) {
    for (const engine::EmbeddedFile& file : embedded_files()) {
        if (file.path == path) {
            return file.content;
        }
    }
    throw std::logic_error("no file " + std::string(path) + " was compiled in");
}

} // namespace tools
