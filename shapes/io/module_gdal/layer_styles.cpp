// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/layer_styles.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <stdexcept>
#include <string_view>

namespace shapes::io {
namespace {

constexpr const char* kInPackage =
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog "
    "TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, "
    "styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, "
    "update_time DATETIME)";
constexpr const char* kInPostgres =
    "CREATE TABLE layer_styles (id SERIAL PRIMARY KEY, f_table_catalog varchar, f_table_schema "
    "varchar, f_table_name varchar, f_geometry_column varchar, styleName text, styleQML xml, "
    "styleSLD xml, useAsDefault boolean, description text, owner varchar(63) DEFAULT CURRENT_USER, "
    "ui xml, update_time timestamp DEFAULT CURRENT_TIMESTAMP, type varchar)";

bool is_package(GDALDataset& dataset) {
    return std::string_view(dataset.GetDriverName()) == "GPKG";
}

std::string doubled(const std::string& text, char mark) {
    std::string out(1, mark);
    for (const char c : text) {
        out += c;
        if (c == mark) {
            out += c;
        }
    }
    return out + mark;
}

} // namespace

void CloseDataset::operator()(GDALDataset* dataset) const {
    GDALClose(GDALDataset::ToHandle(dataset));
}

void fail(const Messages& messages, const std::string& what) {
    throw std::runtime_error(messages.error().empty() ? what : what + ": " + messages.error());
}

std::string sql_text(const std::string& text) {
    return doubled(text, '\'');
}

std::string sql_name(const std::string& name) {
    return doubled(name, '"');
}

void run_sql(GDALDataset& dataset, const std::string& sql, const Messages& messages) {
    if (OGRLayer* result = dataset.ExecuteSQL(sql.c_str(), nullptr, "")) {
        dataset.ReleaseResultSet(result);
    }
    if (!messages.error().empty()) {
        fail(messages, "its tables cannot be written");
    }
}

bool has_row(GDALDataset& dataset, const std::string& sql) {
    OGRLayer* result = dataset.ExecuteSQL(sql.c_str(), nullptr, "");
    if (result == nullptr) {
        return false;
    }
    const bool has = OGRFeatureUniquePtr(result->GetNextFeature()) != nullptr;
    dataset.ReleaseResultSet(result);
    return has;
}

void make_style_table(GDALDataset& dataset, const Messages& messages) {
    if (!is_package(dataset)) {
        run_sql(dataset, kInPostgres, messages);
        return;
    }
    run_sql(dataset, kInPackage, messages);
    run_sql(
        dataset,
        std::string("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, "
                    "last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', '") +
            kDayOfPackages + "')",
        messages);
}

void add_style(GDALDataset& dataset, const std::string& table, const std::string& qgis_style,
               const Messages& messages) {
    const bool package = is_package(dataset);
    const std::string where = package ? "'', ''" : "current_database(), current_schema()";
    const std::string sld = package ? "''" : "NULL";
    const std::string owner = package ? "''" : "CURRENT_USER";
    const std::string time = package ? sql_text(kDayOfPackages) : "CURRENT_TIMESTAMP";
    run_sql(dataset,
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
            "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, "
            "update_time) VALUES (" +
                where + ", " + sql_text(table) + ", 'geom', 'areaclaim', " + sql_text(qgis_style) +
                ", " + sld + (package ? ", 1" : ", true") + ", 'what changed hands', " + owner +
                ", " + time + ")",
            messages);
}

} // namespace shapes::io
