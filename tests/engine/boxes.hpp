// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/control_boundary.hpp"
#include "shapes/io/feature_collection.hpp"
#include "shapes/types/region.hpp"
#include "tests/engine/day.hpp"

#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

/// Boxes of whole degrees for tests of the engine, and their areas worked out on their own.
namespace boxes {

/// Area in km² of the WGS84 ellipsoid between two parallels and two meridians, by the closed form
/// of the zone (Snyder, Map Projections: a Working Manual, USGS PP 1395, eq. 3-12): b²/2 · Δλ · [
/// sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e ].
inline double zone_km2(double west, double south, double east, double north) {
    constexpr double a = 6378137.0;
    constexpr double f = 1.0 / 298.257223563;
    const double b = a * (1.0 - f);
    const double e = std::sqrt(f * (2.0 - f));
    const auto q = [e](double degrees) {
        const double s = std::sin(degrees * std::numbers::pi / 180.0);
        return s / (1.0 - e * e * s * s) + std::atanh(e * s) / e;
    };
    return b * b / 2.0 * (east - west) * std::numbers::pi / 180.0 * (q(north) - q(south)) / 1e6;
}

inline shapes::Region box(double west, double south, double east, double north) {
    shapes::Region region;
    const std::vector<std::vector<shapes::Position>> rings{
        {{west, south}, {east, south}, {east, north}, {west, north}}};
    region.add_polygon(rings);
    return region;
}

inline shapes::Feature feature(shapes::Region region,
                               std::map<std::string, std::string> properties = {},
                               std::string layer = "") {
    return {std::move(layer), std::move(properties), std::move(region)};
}

inline shapes::FeatureCollection file(std::string path, std::vector<shapes::Feature> features) {
    shapes::FeatureCollection collection;
    collection.path = std::move(path);
    collection.format = "GeoJSON";
    collection.features = std::move(features);
    return collection;
}

using ::day;

/// A map of one confirmed region: file and map of one day.
inline engine::ControlBoundary map_of(const char* iso, shapes::Region held) {
    engine::BoundaryParts parts;
    parts.source = "test";
    parts.paths = {std::string(iso) + ".geojson"};
    parts.file_date = day(iso);
    parts.map_date = day(iso);
    parts.drawn[0] = std::move(held);
    return engine::make_control_boundary(std::move(parts));
}

} // namespace boxes
