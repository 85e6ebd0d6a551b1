// SPDX-License-Identifier: MIT
#pragma once

#include "tools/report/change_map.hpp"

#include <string>

namespace areaclaim {

/// Writes a map of changes as GeoJSON, and its QGIS style beside it under the ending .qml.
/// Throws shapes::WriteError.
void write_change_map(const std::string& path, const report::ChangeMap& map);

} // namespace areaclaim
