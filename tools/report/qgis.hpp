// SPDX-License-Identifier: MIT
#pragma once

#include "tools/report/change_map.hpp"

#include <string>
#include <vector>

namespace report {

/// A QGIS 3.22 layer style for maps of changes: one category for each kind, areas in km² as labels,
/// and the days from which and to which each change stands. QGIS applies it when it stands beside
/// the GeoJSON under the same base name with the ending .qml, or in a GeoPackage's layer_styles.
std::string qgis_style();

/// The same for dated maps of what is held: one category for each control class, shown from
/// `map_date` to `end_date`.
std::string qgis_snapshot_style();

/// Names for maps that any program takes for a table or a file: "claim_" and the map's name, in
/// ASCII letters, digits, '-' and '_'; of those that would be alike the later get a number.
std::vector<std::string> layer_names(const std::vector<ChangeMap>& maps);

/// A QGIS 3.22 project of a GeoPackage that holds these maps as layers of layer_names(), and lies
/// beside it under the name `package`: a layer a claim in the case's order, each in the style above
/// and the first switched on (one at a time, as they cover each other), in an equal-area projection
/// around them, areas measured in km², time navigation fixed on the days from the first map to the
/// last. The path is relative. The same maps give the same bytes. Without any extent it shows the
/// place 0, 0.
std::string qgis_project(const std::string& title, const std::string& package,
                         const std::vector<ChangeMap>& maps);

} // namespace report
