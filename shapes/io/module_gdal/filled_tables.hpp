// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/gdal_module.hpp"

#include <string>

namespace shapes::io {

/// See GdalModule::has_table. False also where the target cannot be opened, or copied.
bool is_table_in(const std::string& target, const std::string& table);

/// See GdalModule::fill: the bytes of a GeoPackage, or nothing. Throws std::runtime_error with
/// GDAL's message.
std::string filled_tables(const TablesToFill& what);

} // namespace shapes::io
