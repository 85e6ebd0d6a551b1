// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

#include <cstddef>

class OGRGeometry;

namespace shapes::io {

/// Appends the polygons of a geometry to the collection's last feature; curves become straight
/// pieces, points and lines are listed as problems. Returns the number of areal geometries met,
/// empty ones included.
std::size_t append_geometry(const OGRGeometry& geometry, FeatureCollection& collection);

} // namespace shapes::io
