// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/file_text.hpp"
#include "shapes/io/read.hpp"
#include "shapes/io/unprojected.hpp"

#include <memory>
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

/// A JSON text, parsed once for whatever is looked for in it.
class JsonText {
  public:
    /// Throws ReadError, with byte offset and line, where the text is not JSON.
    JsonText(const std::string& path, const FileText& text);
    JsonText(const JsonText&) = delete;
    JsonText& operator=(const JsonText&) = delete;
    ~JsonText();

    /// Reads a FeatureCollection, Feature or geometry (RFC 7946; `crs` as in GeoJSON 2008) that
    /// stands at a pointer (RFC 6901; empty: the whole text). Every feature is kept, one without
    /// polygons with an empty region. Throws ReadError with the place: feature, ring and position,
    /// counted from 0.
    GeoJson read(const std::string& pointer = {}) const;

    /// What stands at a pointer, as JSON text of its own. Throws ReadError.
    std::string part(const std::string& pointer) const;

  private:
    struct Parsed;
    std::string path_;
    std::unique_ptr<Parsed> parsed_;
};

} // namespace shapes::io
