// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/module_gdal/setup.hpp"

#include <memory>
#include <string>

class GDALDataset;

namespace shapes::io {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const;
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// The day that a GeoPackage says it was changed on: its real one would make each run's bytes
/// others.
inline constexpr const char* kDayOfPackages = "2000-01-01T00:00:00.000Z";

/// Throws std::runtime_error: `what`, and GDAL's reason.
[[noreturn]] void fail(const Messages& messages, const std::string& what);

/// A literal, and a name, of SQL.
std::string sql_text(const std::string& text);
std::string sql_name(const std::string& name);

/// Runs a statement that gives no rows. Throws std::runtime_error with GDAL's message.
void run_sql(GDALDataset& dataset, const std::string& sql, const Messages& messages);
/// Whether a query gives a row.
bool has_row(GDALDataset& dataset, const std::string& sql);

/// Makes the table that QGIS looks for styles in (layer_styles), as QGIS 3 does ("Save style in
/// database"), in a GeoPackage or in PostgreSQL.
void make_style_table(GDALDataset& dataset, const Messages& messages);
/// Adds the style of a table, whose geometries stand in the column `geom`.
void add_style(GDALDataset& dataset, const std::string& table, const std::string& qgis_style,
               const Messages& messages);

} // namespace shapes::io
