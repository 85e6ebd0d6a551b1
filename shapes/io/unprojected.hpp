// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"
#include "shapes/io/read.hpp"
#include "shapes/projection/projection.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace shapes::io {

/// The coordinate reference system of some neighbouring features.
struct LayerCrs {
    std::size_t first = 0; ///< features [first, last)
    std::size_t last = 0;
    std::string definition; ///< a name or WKT; empty where the file has none
    projection::AxisOrder order = projection::AxisOrder::east_north;
};

/// What a file holds, in its own coordinates.
struct Unprojected {
    FeatureCollection collection;
    std::vector<LayerCrs> layers;
    std::size_t area_geometries = 0; ///< polygons met, empty ones included
};

/// Appends what another file of the same archive holds.
void append(Unprojected& to, Unprojected&& from);

/// Brings all positions to longitude/latitude on WGS84, within ±180 and ±90. Throws ReadError where
/// a CRS is not known, or a position has no place on the Earth, or where edges that span more than
/// half a turn are refused.
FeatureCollection placed(Unprojected&& file, LongEdges long_edges);

} // namespace shapes::io
