// SPDX-License-Identifier: MIT
#include "engine/data/embedded.hpp"

namespace engine {

std::optional<std::string_view> embedded_file(std::string_view path) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.path == path) {
            return file.content;
        }
    }
    return std::nullopt;
}

} // namespace engine
