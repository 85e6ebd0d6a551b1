// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

#include <cstddef>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace shapes::io {

/// Collections of geometries within one another that are followed.
inline constexpr int kMaxGeometryDepth = 32;

/// Takes the polygons of GeoJSON geometries into the last feature of a collection.
class GeoJsonGeometry {
  public:
    GeoJsonGeometry(const std::string& path, FeatureCollection& collection)
        : path_(path), collection_(collection) {}

    /// Appends to the region of the last feature. A geometry that is `null` adds nothing; points
    /// and lines are listed as problems. Throws ReadError.
    void read(simdjson::dom::element geometry, int depth = 0);

    /// Polygons and MultiPolygons met so far, empty ones included.
    std::size_t area_geometries() const { return area_geometries_; }

  private:
    struct Members;
    Members members(simdjson::dom::object object) const;
    simdjson::dom::array array(simdjson::dom::element element, std::string_view what) const;
    void coordinates(std::string_view type, simdjson::dom::element element);
    void polygon(simdjson::dom::element rings);
    void ring(simdjson::dom::element positions);
    Position position(simdjson::dom::element element, std::size_t index) const;
    double ordinate(simdjson::dom::element element, std::size_t index) const;

    std::size_t feature() const { return collection_.features.size() - 1; }
    Region& region() const { return collection_.features.back().region; }
    [[noreturn]] void fail(const std::string& reason, std::string_view remedy) const;
    [[noreturn]] void fail_at_position(std::size_t index, const std::string& reason,
                                       std::string_view remedy) const;

    const std::string& path_;
    FeatureCollection& collection_;
    std::size_t area_geometries_ = 0;
};

} // namespace shapes::io
