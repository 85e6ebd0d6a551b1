// SPDX-License-Identifier: MIT
#include "shapes/io/geojson_geometry.hpp"

#include "shapes/io/read.hpp"
#include "shapes/io/read_message.hpp"
#include "shapes/io/ring_end.hpp"

#include <optional>

namespace shapes::io {

using simdjson::dom::element;
using simdjson::dom::element_type;

struct GeoJsonGeometry::Members {
    std::string_view type;
    std::optional<element> coordinates;
    std::optional<element> geometries;
};

void GeoJsonGeometry::fail(const std::string& reason, std::string_view remedy) const {
    cannot_read(path_, "feature " + std::to_string(feature()) + " (counted from 0): " + reason,
                remedy);
}

void GeoJsonGeometry::fail_at_position(std::size_t index, const std::string& reason,
                                       std::string_view remedy) const {
    cannot_read(path_,
                "feature " + std::to_string(feature()) + ", ring " +
                    std::to_string(region().ring_count() - 1) + ", position " +
                    std::to_string(index) + " (counted from 0): " + reason,
                remedy);
}

GeoJsonGeometry::Members GeoJsonGeometry::members(simdjson::dom::object object) const {
    Members found;
    bool has_type = false;
    const auto once = [&](bool already, std::string_view key) {
        if (already) {
            fail("its geometry has two members " + quote(key), "remove the one that is not meant");
        }
    };
    for (const auto [key, value] : object) {
        if (key == "type") {
            once(has_type, key);
            has_type = true;
            if (value.get(found.type) != simdjson::SUCCESS) {
                fail("the type of its geometry is not a text", "write e.g. \"Polygon\"");
            }
        } else if (key == "coordinates") {
            once(found.coordinates.has_value(), key);
            found.coordinates = value;
        } else if (key == "geometries") {
            once(found.geometries.has_value(), key);
            found.geometries = value;
        }
    }
    if (!has_type) {
        fail("its geometry has no type", "write e.g. \"type\": \"Polygon\"");
    }
    return found;
}

simdjson::dom::array GeoJsonGeometry::array(element value, std::string_view what) const {
    simdjson::dom::array result;
    if (value.get(result) != simdjson::SUCCESS) {
        fail("its " + std::string(what) + " are not an array",
             "a Polygon has an array of rings, a MultiPolygon an array of polygons");
    }
    return result;
}

void GeoJsonGeometry::read(element geometry, int depth) {
    if (geometry.is_null()) {
        return;
    }
    simdjson::dom::object object;
    if (geometry.get(object) != simdjson::SUCCESS) {
        fail("its geometry is not an object", "write null where there is none");
    }
    const Members found = members(object);
    if (found.type == "GeometryCollection") {
        if (depth == kMaxGeometryDepth) {
            fail("its collections are nested deeper than " + std::to_string(kMaxGeometryDepth),
                 "no map needs that: check that it is one");
        }
        if (!found.geometries) {
            fail("its GeometryCollection has no \"geometries\"", "check the file");
        }
        for (const element part : array(*found.geometries, "geometries")) {
            read(part, depth + 1);
        }
        return;
    }
    if (!found.coordinates) {
        fail("its " + quote(found.type) + " has no coordinates", "write [] where it is empty");
    }
    coordinates(found.type, *found.coordinates);
}

void GeoJsonGeometry::coordinates(std::string_view type, element value) {
    if (type == "Polygon") {
        ++area_geometries_;
        polygon(value);
    } else if (type == "MultiPolygon") {
        ++area_geometries_;
        for (const element part : array(value, "coordinates")) {
            polygon(part);
        }
    } else if (type == "Point" || type == "MultiPoint" || type == "LineString" ||
               type == "MultiLineString") {
        element first = value;
        simdjson::dom::array inner;
        Position at;
        while (first.get(inner) == simdjson::SUCCESS && inner.begin() != inner.end()) {
            auto next = inner.begin();
            first = *next;
            if (first.is_number() && ++next != inner.end() && (*next).is_number()) {
                at = {double(first), double(*next)};
            }
        }
        note_not_an_area(collection_, feature(), type, at);
    } else {
        fail("the type of its geometry is " + quote(type),
             "the types are those of RFC 7946, e.g. \"Polygon\"; case matters");
    }
}

void GeoJsonGeometry::polygon(element value) {
    bool shell = true;
    for (const element part : array(value, "coordinates")) {
        const auto positions = array(part, "rings");
        const bool empty = positions.begin() == positions.end();
        if (shell && empty) {
            return; // a shell without positions has no inside, whatever its holes
        }
        if (shell) {
            region().add_polygon();
        }
        if (!empty) {
            ring(part);
        }
        shell = false;
    }
}

void GeoJsonGeometry::ring(element value) {
    const auto positions = array(value, "rings");
    region().add_ring();
    std::size_t index = 0;
    for (const element part : positions) {
        region().add(position(part, index));
        ++index;
    }
    end_ring(collection_);
}

Position GeoJsonGeometry::position(element value, std::size_t index) const {
    simdjson::dom::array pair;
    if (value.get(pair) != simdjson::SUCCESS) {
        fail_at_position(index, "it is not an array of numbers",
                         "a Polygon's coordinates are rings of positions: check the brackets");
    }
    auto at = pair.begin();
    const auto end = pair.end();
    if (at == end) {
        fail_at_position(index, "it has no numbers", "a position is [longitude, latitude]");
    }
    const double lon = ordinate(*at, index);
    ++at;
    if (at == end) {
        fail_at_position(index, "it has one number", "a position is [longitude, latitude]");
    }
    return {lon, ordinate(*at, index)};
}

double GeoJsonGeometry::ordinate(element value, std::size_t index) const {
    double number = 0;
    if (value.get(number) == simdjson::SUCCESS) {
        return number;
    }
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) {
        fail_at_position(index, "the number " + quote(text) + " is written as text",
                         "remove its quotes");
    }
    if (value.is_array()) {
        fail_at_position(index, "an array stands where a number is due",
                         "check the brackets, and that a MultiPolygon is not called a Polygon");
    }
    fail_at_position(
        index, value.is_null() ? "null stands where a number is due" : "it is not made of numbers",
        "a position is [longitude, latitude]");
}

} // namespace shapes::io
