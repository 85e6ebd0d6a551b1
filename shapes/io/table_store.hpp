// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/gdal_module.hpp"

#include <string>

namespace shapes::io {

/// Whether the GeoPackage or the database (PG:…, without its secrets) at `path` has a table of
/// polygons of this name. Throws WriteError where the module is missing.
bool has_table(const std::string& path, const std::string& table);

/// Fills tables as GdalModule::fill says, in the database or the GeoPackage at `what.target`, all
/// of it or nothing. Where the file is not there, or `anew`, it is made new. Throws WriteError,
/// naming the file and the remedy, without secrets; also where somebody else changed the file
/// meanwhile.
void store_tables(TablesToFill what, bool anew);

} // namespace shapes::io
