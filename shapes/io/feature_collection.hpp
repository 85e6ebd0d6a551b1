// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/read_warning.hpp"
#include "shapes/types/problem.hpp"
#include "shapes/types/region.hpp"

#include <map>
#include <string>
#include <vector>

namespace shapes {

/// One feature of a file: its polygons (in lon/lat degrees, whatever the file's CRS) and its
/// properties as text. Null properties are absent.
struct Feature {
    std::string layer;
    std::map<std::string, std::string> properties;
    Region region;
};

/// What a file holds, read and projected, before any profile has said what it means.
struct FeatureCollection {
    std::string path;
    std::string format; ///< "GeoJSON", or the name of the GDAL driver
    std::string crs;    ///< as found, e.g. "OGC:CRS84", "EPSG:32636"; empty where the file has none
    bool layer_is_file_name = false; ///< the features' layer, for want of a name in the file
    std::vector<Feature> features;
    std::vector<Problem> problems; ///< found while reading: unclosed rings, lines among polygons
    std::vector<ReadWarning> warnings;
};

} // namespace shapes
