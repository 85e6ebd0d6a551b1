// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/geopackage.hpp"

#include "shapes/io/module_gdal/layer_styles.hpp"
#include "shapes/io/module_gdal/setup.hpp"
#include "shapes/io/module_gdal/virtual_file.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <gdal_utils.h>

namespace shapes::io {
namespace {

constexpr const char* kPackage = "/vsimem/areaclaim-changes.gpkg";

/// Removes what was made in memory, whatever happens.
class InMemory {
  public:
    InMemory() = default;
    InMemory(const InMemory&) = delete;
    InMemory& operator=(const InMemory&) = delete;
    ~InMemory() { VSIUnlink(kPackage); }
};

void add_layer(const LayerToPack& layer, bool is_first, const Messages& messages) {
    const MemoryFile file(layer.geojson, "layer.geojson");
    const char* const drivers[] = {"GeoJSON", nullptr};
    const Dataset from(
        GDALDataset::Open(file.name().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
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

void add_styles(const std::vector<LayerToPack>& layers, const Messages& messages) {
    const Dataset package(GDALDataset::Open(kPackage, GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    if (!package) {
        fail(messages, "the package cannot be opened again");
    }
    make_style_table(*package, messages);
    for (const LayerToPack& layer : layers) {
        add_style(*package, layer.name, layer.qgis_style, messages);
    }
}

} // namespace

std::string geopackage(const std::vector<LayerToPack>& layers) {
    const InMemory cleared;
    const Messages messages;
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", kDayOfPackages);
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
