// SPDX-License-Identifier: MIT
#pragma once

#include "tools/report/change_map.hpp"

#include <string>
#include <vector>

namespace areaclaim {

/// Writes a map of changes as GeoJSON, and its QGIS style beside it under the ending .qml.
/// Throws shapes::WriteError.
void write_change_map(const std::string& path, const report::ChangeMap& map,
                      report::Coordinates coordinates);

/// Writes them each as write_change_map does to a folder that is there, named as
/// report::layer_names says.
void write_claim_maps(const std::string& folder, const std::vector<report::ChangeMap>& maps);

/// Writes a GeoPackage with a layer for each map, named after it, its QGIS style, and beside it,
/// under the ending .qgs, a QGIS project of them. Throws shapes::WriteError.
void write_geopackage(const std::string& path, const std::string& title,
                      const std::vector<report::ChangeMap>& maps);

/// Where that project stands; empty where `path` is a device, beside which none is written.
std::string project_beside(const std::string& path);

} // namespace areaclaim
