// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace shapes::io {

/// Why GDAL is not to open a file, judged by the CRS texts that it carries (see
/// shapes/projection/crs_text.hpp): GDAL hands them to PROJ as it opens the file, and PROJ opens
/// the grids and initialisation files that they name. nullopt where nothing stands against it.
///
/// Looked at are the .prj beside a Shapefile or CSV, the SRS names of a GML and of the .gfs beside
/// it, and the header of a FlatGeobuf. GeoPackages are looked at in their copy (sqlite_copy.hpp),
/// JSON by whoever hands its text on. `name` is a file of GDAL's virtual file systems.
std::optional<std::string> refused_crs_of_file(const std::string& name);

/// The same of one text, with what it is in front of the reason.
std::optional<std::string> refused_crs_text(const std::string& text);

} // namespace shapes::io
