// SPDX-License-Identifier: MIT
#include "shapes/io/read.hpp"

#include "shapes/io/check_positions.hpp"
#include "shapes/io/file_text.hpp"
#include "shapes/io/geojson_reader.hpp"
#include "shapes/io/read_message.hpp"

namespace shapes {
namespace {

void check_has_area(const FeatureCollection& collection, std::size_t area_geometries) {
    if (collection.features.empty()) {
        throw ReadError(io::read_message(collection.path, "it has 0 features",
                                         "check that its export was completed"));
    }
    if (area_geometries == 0) {
        throw ReadError(io::read_message(
            collection.path,
            "none of its " + std::to_string(collection.features.size()) + " features is a polygon",
            "areas are measured from polygons: build them from the lines first"));
    }
}

/// Names of the CRS that GeoJSON has anyway: longitude, then latitude, on WGS84.
bool is_lon_lat(std::string_view crs) {
    return crs.empty() || crs == "EPSG:4326" || crs == "urn:ogc:def:crs:EPSG::4326" ||
           crs == "OGC:CRS84" || crs == "urn:ogc:def:crs:OGC:1.3:CRS84" ||
           crs == "urn:ogc:def:crs:OGC::CRS84";
}

} // namespace

FeatureCollection read_features(const std::string& path, const ReadOptions& options) {
    io::file_head(path);
    io::GeoJson read = io::read_geojson(path, io::file_text(path), options.json_pointer);
    if (!is_lon_lat(read.crs)) {
        throw ReadError(io::read_message(path, "its CRS " + io::quote(read.crs) + " is not read",
                                         "convert it to EPSG:4326"));
    }
    read.collection.crs = read.crs;
    check_has_area(read.collection, read.area_geometries);
    io::check_positions(read.collection);
    return std::move(read.collection);
}

} // namespace shapes
