// SPDX-License-Identifier: MIT
#pragma once

#include "engine/data/embedded.hpp"

#include <span>
#include <string_view>

namespace tools {

/// A style sheet, script or table of words of tools/, compiled into the program, by its path below
/// that folder: "chart/assets/chart.css". A path that is not there is a slip of ours and throws
/// std::logic_error.
std::string_view asset(std::string_view path);
const engine::EmbeddedFile& asset_file(std::string_view path);

/// All of them; `path` is below tools/. Generated, see tools/CMakeLists.txt.
std::span<const engine::EmbeddedFile> embedded_files();

} // namespace tools
