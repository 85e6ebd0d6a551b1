// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/gdal_module.hpp"

#include <string>
#include <vector>

namespace shapes::io {

/// The bytes of a GeoPackage (OGC 12-128r18) with these layers; see GdalModule::pack. Made in
/// memory. Throws std::runtime_error with GDAL's message.
std::string geopackage(const std::vector<LayerToPack>& layers);

} // namespace shapes::io
