// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/geopackage.hpp"

#include "shapes/io/module_gdal/setup.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <memory>
#include <stdexcept>

namespace shapes::io {
namespace {

constexpr const char* kPackage = "/vsimem/areaclaim-changes.gpkg";
constexpr const char* kLayer = "/vsimem/areaclaim-layer.geojson";

// The table that QGIS looks for styles in, as QGIS 3 makes it ("Save style in database"). The day
// of a change would make every file another.
constexpr const char* kDay = "2000-01-01T00:00:00.000Z";
constexpr const char* kStyles =
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog "
    "TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, "
    "styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, "
    "update_time DATETIME)";

/// Removes what was made in memory, whatever happens.
class InMemory {
  public:
    InMemory() = default;
    InMemory(const InMemory&) = delete;
    InMemory& operator=(const InMemory&) = delete;
    ~InMemory() {
        VSIUnlink(kLayer);
        VSIUnlink(kPackage);
    }
};

struct Close {
    void operator()(GDALDataset* dataset) const { GDALClose(GDALDataset::ToHandle(dataset)); }
};
using Dataset = std::unique_ptr<GDALDataset, Close>;

[[noreturn]] void fail(const Messages& messages, const std::string& what) {
    throw std::runtime_error(messages.error().empty() ? what : what + ": " + messages.error());
}

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        out += c == '\'' ? "'" : "";
    }
    return out + "'";
}

void add_layer(const LayerToPack& layer, bool is_first, const Messages& messages) {
    const auto* bytes = reinterpret_cast<const GByte*>(layer.geojson.data());
    VSIFCloseL(
        VSIFileFromMemBuffer(kLayer, const_cast<GByte*>(bytes), layer.geojson.size(), FALSE));
    const char* const drivers[] = {"GeoJSON", nullptr};
    const Dataset from(GDALDataset::Open(kLayer, GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    CPLStringList words;
    for (const char* word : {"-f", "GPKG", "-nlt", "MULTIPOLYGON", "-nln"}) {
        words.AddString(word);
    }
    words.AddString(layer.name.c_str());
    if (!is_first) {
        words.AddString("-update");
    }
    GDALVectorTranslateOptions* options = GDALVectorTranslateOptionsNew(words.List(), nullptr);
    GDALDatasetH source = GDALDataset::ToHandle(from.get());
    GDALDatasetH made = source == nullptr
                            ? nullptr
                            : GDALVectorTranslate(kPackage, nullptr, 1, &source, options, nullptr);
    GDALVectorTranslateOptionsFree(options);
    if (made == nullptr) {
        fail(messages, "the layer " + layer.name + " cannot be packed");
    }
    GDALClose(made);
}

void run(GDALDataset& package, const std::string& sql, const Messages& messages) {
    if (OGRLayer* result = package.ExecuteSQL(sql.c_str(), nullptr, "")) {
        package.ReleaseResultSet(result);
    }
    if (!messages.error().empty()) {
        fail(messages, "the styles cannot be packed");
    }
}

void add_styles(const std::vector<LayerToPack>& layers, const Messages& messages) {
    const Dataset package(GDALDataset::Open(kPackage, GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    if (!package) {
        fail(messages, "the package cannot be opened again");
    }
    run(*package, kStyles, messages);
    run(*package,
        std::string("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, "
                    "last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', '") +
            kDay + "')",
        messages);
    for (const LayerToPack& layer : layers) {
        run(*package,
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
            "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, "
            "update_time) VALUES ('', '', " +
                quoted(layer.name) + ", 'geom', 'areaclaim', " + quoted(layer.qgis_style) +
                ", '', 1, 'what changed hands', '', '" + kDay + "')",
            messages);
    }
}

} // namespace

std::string geopackage(const std::vector<LayerToPack>& layers) {
    const InMemory cleared;
    const Messages messages;
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", kDay);
    for (const LayerToPack& layer : layers) {
        add_layer(layer, &layer == &layers.front(), messages);
    }
    add_styles(layers, messages);
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(kPackage, &size, FALSE);
    if (bytes == nullptr) {
        fail(messages, "the package cannot be read back");
    }
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

} // namespace shapes::io
