// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <string>
#include <vector>

namespace shapes::projection {

/// How the two numbers of a position stand in a file. The one place where axis order is settled:
/// after `to_lon_lat` it is longitude, then latitude, everywhere.
enum class AxisOrder {
    east_north,     ///< east (longitude, x) first, whatever the CRS defines: GeoJSON
    as_defined,     ///< as the CRS's authority defines it: EPSG:4326 is latitude first
    swapped_defined ///< the other way round than the CRS's authority defines it
};

/// What was projected.
struct Projected {
    std::string crs;        ///< as its authority knows it, e.g. "EPSG:32636"; else its name
    std::string problem;    ///< why it could not be done, empty where it was
    bool is_planar = false; ///< the positions stood on a map's plane, not as longitude and latitude
};

/// Turns the positions of a region into longitude and latitude on WGS84, in degrees, through PROJ,
/// vertex by vertex (an edge is then straight in longitude/latitude). `crs` is anything that names
/// or defines one: "EPSG:3035", an OGC URN, WKT, within what shapes/projection/crs_text.hpp lets
/// pass. Nothing is opened but PROJ's own database: no grid file, whatever the definition names.
///
/// Rings that were drawn in a plane across the antimeridian are unwrapped (181 follows 179); one
/// around a pole is led over the pole. Positions that have no counterpart become infinite.
/// Grids that are not installed are not fetched: PROJ then takes its next best operation.
Projected to_lon_lat(Region& region, const std::string& crs, AxisOrder order);

/// The same for all regions of a layer, position by position the same numbers: PROJ looks up the
/// CRS and the way from it once per million positions instead of once per region, which takes it
/// some 2 ms.
Projected to_lon_lat(const std::vector<Region*>& regions, const std::string& crs, AxisOrder order);

/// PROJ's version, e.g. "9.1.1".
std::string version();

} // namespace shapes::projection
