// SPDX-License-Identifier: MIT
#include "engine/data/embedded.hpp"

namespace engine {

const EmbeddedFile* embedded_file(std::string_view path) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.path == path) {
            return &file;
        }
    }
    return nullptr;
}

} // namespace engine
