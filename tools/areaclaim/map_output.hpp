// SPDX-License-Identifier: MIT
#pragma once

#include "tools/report/change_map.hpp"

#include <string>
#include <vector>

namespace areaclaim {

/// Writes a map of changes as GeoJSON, and its QGIS style beside it under the ending .qml.
/// Throws shapes::WriteError.
void write_change_map(const std::string& path, const report::ChangeMap& map);

/// Writes a GeoPackage with a layer for each map, named after it, and its QGIS style. Throws
/// shapes::WriteError.
void write_geopackage(const std::string& path, const std::vector<report::ChangeMap>& maps);

} // namespace areaclaim
