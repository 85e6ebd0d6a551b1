// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/file_text.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/unprojected.hpp"

#include <string>

namespace shapes::io {

/// What a JSON text is, by its content.
enum class JsonKind {
    geojson,
    other_map, ///< TopoJSON or ESRI JSON, which GDAL reads
};

/// A GeoJSON text as read. Where a `crs` member names a CRS, coordinates still stand east first,
/// then north, whatever order its authority defines (GeoJSON 2008 §2.1.1).
struct GeoJson {
    JsonKind kind = JsonKind::geojson;
    Unprojected file;
};

/// Reads a FeatureCollection, Feature or geometry (RFC 7946; `crs` as in GeoJSON 2008), or one that
/// stands at `json_pointer` in another document. Every feature is kept, one without polygons with
/// an empty region. Throws ReadError with the place: byte offset and line where the text is not
/// JSON, otherwise feature, ring and position, counted from 0.
GeoJson read_geojson(const std::string& path, const FileText& text,
                     const std::string& json_pointer = {});

/// The part of a document at a pointer, as JSON text of its own. Throws ReadError.
std::string json_at(const std::string& path, const FileText& text, const std::string& json_pointer);

} // namespace shapes::io
