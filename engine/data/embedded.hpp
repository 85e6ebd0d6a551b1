// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace engine {

/// A data file of engine/data, compiled into the library.
struct EmbeddedFile {
    std::string_view path; ///< relative to engine/data, e.g. "sources/nzz.toml"
    std::string_view content;
    std::string_view packed; ///< what a TOML file says, see engine/toml/packed.hpp; else empty
};

/// All of them, ordered by path. A file added under engine/data is found here without further code.
std::span<const EmbeddedFile> embedded_files();

/// One of them by its path; nullptr where there is none.
const EmbeddedFile* embedded_file(std::string_view path);

} // namespace engine
