// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/map_warning.hpp"
#include "tools/report/language.hpp"

#include <string>
#include <vector>

namespace report {

/// What a person should know of the maps that went in, in a language; not a whole sentence. Days
/// are ISO 8601, as in the names of files.
std::string map_warning_text(const engine::MapWarning& warning, const Language& in);

/// The same of all.
std::vector<std::string> map_warning_texts(const std::vector<engine::MapWarning>& warnings,
                                           const Language& in);

} // namespace report
