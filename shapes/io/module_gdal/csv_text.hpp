// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace shapes::io {

/// A table of geometries as GDAL's CSV driver takes it.
struct CsvText {
    std::string text;
    bool is_rewritten = false;   ///< `text` is not what came in
    std::string geometry_column; ///< as the header names it; empty where no field is a geometry
    std::optional<int> srid;     ///< the EPSG code that PostGIS wrote before the geometries
};

/// What databases write and the CSV driver does not take, rewritten: "SRID=4326;" before a WKT, the
/// SRID within a hexadecimal EWKB, a table of one column (which gets a second one), a geometry
/// column of any name. Quoted fields, doubled quotes, line breaks within quotes (RFC 4180) and the
/// separators comma, semicolon, tab and pipe are understood; all other bytes are handed on.
///
/// Throws std::runtime_error, with reason and remedy, where the geometries have different SRIDs.
CsvText readable_csv(std::string_view text);

} // namespace shapes::io
