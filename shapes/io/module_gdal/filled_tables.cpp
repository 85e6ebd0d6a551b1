// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/filled_tables.hpp"

#include "shapes/io/module_gdal/layer_styles.hpp"
#include "shapes/io/module_gdal/sqlite_copy.hpp"
#include "shapes/io/module_gdal/virtual_file.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <limits>
#include <ogrsf_frmts.h>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace shapes::io {
namespace {

constexpr const char* kNewPackage = "/vsimem/areaclaim-series.gpkg";

bool is_address(const std::string& target) {
    return target.starts_with("PG:");
}

/// Removes what was made in memory, and the fixed day, whatever happens.
class Cleared {
  public:
    Cleared() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", kDayOfPackages); }
    Cleared(const Cleared&) = delete;
    Cleared& operator=(const Cleared&) = delete;
    ~Cleared() {
        CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
        VSIUnlink(kNewPackage);
    }
};

OGRFieldType type_of(TableToFill::Type type) {
    switch (type) {
    case TableToFill::Type::day:
        return OFTDate;
    case TableToFill::Type::real:
        return OFTReal;
    case TableToFill::Type::text:
        break;
    }
    return OFTString;
}

OGRLayer& made_table(GDALDataset& dataset, const TableToFill& table, const Messages& messages) {
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", "geom");
    options.SetNameValue("FID", "fid");
    OGRLayer* layer =
        dataset.CreateLayer(table.name.c_str(), &wgs84, wkbMultiPolygon, options.List());
    if (layer == nullptr) {
        fail(messages, "the table " + table.name + " cannot be made");
    }
    for (const TableToFill::Column& column : table.columns) {
        OGRFieldDefn field(column.name.c_str(), type_of(column.type));
        if (layer->CreateField(&field) != OGRERR_NONE) {
            fail(messages, "the table " + table.name + " cannot be made");
        }
    }
    return *layer;
}

void check_columns(OGRLayer& layer, const TableToFill& table) {
    for (const TableToFill::Column& column : table.columns) {
        if (layer.GetLayerDefn()->GetFieldIndex(column.name.c_str()) < 0) {
            throw std::runtime_error("its table " + table.name + " has no column " + column.name +
                                     ", so areaclaim did not make it; name another place");
        }
    }
}

/// The rows are added; those without polygons have an empty geometry.
void add_rows(OGRLayer& layer, const TableToFill& table, const Messages& messages) {
    const MemoryFile file(table.geojson, "rows.geojson");
    const char* const drivers[] = {"GeoJSON", nullptr};
    const char* const options[] = {"DATE_AS_STRING=YES", nullptr};
    const Dataset from(GDALDataset::Open(file.name().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                         drivers, options));
    OGRLayer* rows = from ? from->GetLayer(0) : nullptr;
    if (rows == nullptr) {
        fail(messages, "the rows for " + table.name + " cannot be packed");
    }
    while (const OGRFeatureUniquePtr row{rows->GetNextFeature()}) {
        OGRFeature made(layer.GetLayerDefn());
        made.SetFrom(row.get(), TRUE);
        made.SetFID(OGRNullFID);
        if (OGRGeometry* geometry = made.StealGeometry()) {
            made.SetGeometryDirectly(OGRGeometryFactory::forceToMultiPolygon(geometry));
        }
        if (layer.CreateFeature(&made) != OGRERR_NONE) {
            fail(messages, "the rows for " + table.name + " cannot be written");
        }
    }
    layer.SyncToDisk();
}

std::string listed(const RowChange::Values& values, const char* between) {
    std::string sql;
    for (const auto& [column, value] : values) {
        sql += (sql.empty() ? "" : between) + sql_name(column) + " = " + sql_text(value);
    }
    return sql;
}

void change_rows(GDALDataset& dataset, const RowChange& change, const Messages& messages) {
    const std::string table = sql_name(change.table);
    const std::string where = " WHERE " + listed(change.where, " AND ");
    run_sql(dataset,
            change.set.empty() ? "DELETE FROM " + table + where
                               : "UPDATE " + table + " SET " + listed(change.set, ", ") + where,
            messages);
}

bool has_styles(GDALDataset& dataset) {
    return has_row(dataset, std::string_view(dataset.GetDriverName()) == "GPKG"
                                ? "SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'"
                                : "SELECT 1 FROM pg_tables WHERE tablename = 'layer_styles' AND "
                                  "schemaname = ANY (current_schemas(false))");
}

void fill_dataset(GDALDataset& dataset, const TablesToFill& what, const Messages& messages) {
    std::vector<OGRLayer*> layers;
    std::vector<const TableToFill*> made;
    for (const TableToFill& table : what.tables) {
        OGRLayer* layer = dataset.GetLayerByName(table.name.c_str());
        if (layer != nullptr) {
            check_columns(*layer, table);
        } else {
            layer = &made_table(dataset, table, messages);
            made.push_back(&table);
        }
        layers.push_back(layer);
    }
    for (const RowChange& change : what.changes) {
        change_rows(dataset, change, messages);
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        add_rows(*layers[i], what.tables[i], messages);
    }
    if (!made.empty() && !has_styles(dataset)) {
        make_style_table(dataset, messages);
    }
    for (const TableToFill* table : made) {
        add_style(dataset, table->name, table->qgis_style, messages);
    }
}

Dataset opened(const std::string& name, const Messages& messages) {
    Dataset dataset(
        GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, allowed_drivers()));
    if (!dataset) {
        fail(messages, "it cannot be opened for writing");
    }
    return dataset;
}

/// Within one transaction, which is taken back where anything fails.
void fill_database(const TablesToFill& what, const Messages& messages) {
    const Dataset database = opened(what.target, messages);
    if (!has_row(*database, "SELECT 1 FROM pg_extension WHERE extname = 'postgis'")) {
        throw std::runtime_error("the database has no PostGIS; say CREATE EXTENSION postgis in it");
    }
    if (database->StartTransaction() != OGRERR_NONE) {
        fail(messages, "it cannot be opened for writing");
    }
    try {
        fill_dataset(*database, what, messages);
    } catch (...) {
        database->RollbackTransaction();
        throw;
    }
    if (database->CommitTransaction() != OGRERR_NONE) {
        fail(messages, "its tables cannot be written");
    }
}

std::string bytes_of(const std::string& name) {
    std::string bytes;
    if (!slurp_virtual(name, std::numeric_limits<std::size_t>::max() / 2, bytes)) {
        throw std::runtime_error("the package cannot be read back");
    }
    return bytes;
}

std::string new_package(const TablesToFill& what, const Messages& messages) {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    {
        const Dataset package(driver->Create(kNewPackage, 0, 0, 0, GDT_Unknown, nullptr));
        if (!package) {
            fail(messages, "no package can be made");
        }
        fill_dataset(*package, what, messages);
    }
    if (!messages.error().empty()) {
        fail(messages, "the package cannot be written");
    }
    return bytes_of(kNewPackage);
}

std::string changed_package(const TablesToFill& what, const Messages& messages) {
    const SqliteCopy copy(what.target);
    if (!copy.is_made()) {
        throw std::runtime_error("it is no GeoPackage; name another file");
    }
    if (const auto refused = copy.refused_content()) {
        throw std::runtime_error(*refused + ", so it is not opened; name another file");
    }
    {
        const Dataset package = opened(copy.path(), messages);
        if (package->StartTransaction() != OGRERR_NONE) {
            fail(messages, "it cannot be opened for writing");
        }
        fill_dataset(*package, what, messages);
        if (package->CommitTransaction() != OGRERR_NONE) {
            fail(messages, "its tables cannot be written");
        }
    }
    if (!messages.error().empty()) {
        fail(messages, "its tables cannot be written");
    }
    return bytes_of(copy.path());
}

} // namespace

bool is_table_in(const std::string& target, const std::string& table) try {
    const Messages messages;
    const SqliteCopy copy(target);
    if (copy.is_made() && copy.refused_content()) {
        return false;
    }
    const std::string& name = copy.is_made() ? copy.path() : target;
    const Dataset dataset(
        GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed_drivers()));
    return dataset && dataset->GetLayerByName(table.c_str()) != nullptr;
} catch (const std::runtime_error&) {
    return false; // no room to copy a package to: writing to it will say so
}

std::string filled_tables(const TablesToFill& what) {
    const Messages messages;
    const Cleared cleared;
    if (is_address(what.target)) {
        fill_database(what, messages);
        return "";
    }
    return what.target.empty() ? new_package(what, messages) : changed_package(what, messages);
}

} // namespace shapes::io
