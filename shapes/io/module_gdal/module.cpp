// SPDX-License-Identifier: MIT
#include "shapes/io/gdal_module.hpp"

#include "shapes/io/file_text.hpp"
#include "shapes/io/module_gdal/crs_texts.hpp"
#include "shapes/io/module_gdal/csv_text.hpp"
#include "shapes/io/module_gdal/filled_tables.hpp"
#include "shapes/io/module_gdal/geometry.hpp"
#include "shapes/io/module_gdal/geopackage.hpp"
#include "shapes/io/module_gdal/kml_text.hpp"
#include "shapes/io/module_gdal/numbers.hpp"
#include "shapes/io/module_gdal/setup.hpp"
#include "shapes/io/module_gdal/sql_budget.hpp"
#include "shapes/io/module_gdal/sqlite_copy.hpp"
#include "shapes/io/module_gdal/virtual_file.hpp"
#include "shapes/io/read_message.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cstdio>
#include <gdal_priv.h>
#include <memory>
#include <ogrsf_frmts.h>
#include <stdexcept>

namespace shapes::io {
namespace {

/// Reason, place and remedy; the caller knows the path.
class Refusal : public std::runtime_error {
  public:
    Refusal(const std::string& reason, const std::string& remedy)
        : std::runtime_error(reason + "; " + remedy) {}
};

std::string real_text(double value) {
    std::array<char, 32> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

/// A date as ISO 8601, which GDAL's own text form is not.
std::string date_text(const OGRFeature& feature, int field) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, nullptr);
    std::array<char, 64> text;
    if (feature.GetFieldDefnRef(field)->GetType() == OFTDate) {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    } else {
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day,
                      hour, minute, static_cast<int>(second));
    }
    return text.data();
}

std::string field_text(OGRFeature& feature, int field) {
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTReal:
        return real_text(feature.GetFieldAsDouble(field));
    case OFTDate:
    case OFTDateTime:
        return date_text(feature, field);
    default:
        return feature.GetFieldAsString(field);
    }
}

void append_feature(OGRFeature& from, const std::string& layer, Unprojected& result) {
    Feature feature;
    feature.layer = layer;
    for (int i = 0; i < from.GetFieldCount(); ++i) {
        if (from.IsFieldSetAndNotNull(i) != FALSE) {
            feature.properties.insert_or_assign(from.GetFieldDefnRef(i)->GetNameRef(),
                                                field_text(from, i));
        }
    }
    result.collection.features.push_back(std::move(feature));
    if (const OGRGeometry* geometry = from.GetGeometryRef()) {
        result.area_geometries += append_geometry(*geometry, result.collection);
    }
}

std::string wkt_of(const OGRSpatialReference& srs) {
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    char* text = nullptr;
    srs.exportToWkt(&text, options.data());
    std::string wkt = text != nullptr ? text : "";
    CPLFree(text);
    return wkt;
}

/// GDAL tells which axis of the CRS its first number is; which axis that is, PROJ decides.
projection::AxisOrder order_of(const OGRSpatialReference& srs) {
    const std::vector<int>& mapping = srs.GetDataAxisToSRSAxisMapping();
    return mapping.size() >= 2 && mapping[0] == 2 ? projection::AxisOrder::swapped_defined
                                                  : projection::AxisOrder::as_defined;
}

void read_layer(OGRLayer& layer, const std::string& where, const Messages& messages,
                SqlBudget& budget, Unprojected& result) {
    if (!where.empty() && layer.SetAttributeFilter(where.c_str()) != OGRERR_NONE) {
        throw Refusal("the filter " + quote(where, 200) + " does not fit the layer " +
                          quote(layer.GetName()) + ": " + messages.error(),
                      "see ogr2ogr's -where");
    }
    LayerCrs crs;
    crs.first = result.collection.features.size();
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        append_feature(*feature, layer.GetName(), result);
        budget.take(result.collection.features.back());
    }
    if (!messages.error().empty()) {
        throw Refusal("after feature " + std::to_string(result.collection.features.size()) + ": " +
                          messages.error(),
                      "copy, download or export the file again");
    }
    crs.last = result.collection.features.size();
    if (const OGRSpatialReference* srs = layer.GetSpatialRef()) {
        crs.definition = wkt_of(*srs);
        crs.order = order_of(*srs);
    }
    result.layers.push_back(std::move(crs));
}

std::string layer_names(GDALDataset& dataset) {
    std::string names;
    for (OGRLayer* layer : dataset.GetLayers()) {
        names += (names.empty() ? "" : ", ") + quote(layer->GetName());
    }
    return names.empty() ? "none" : names;
}

/// Without a name, all that have geometries: tables of figures and of styles stand beside maps.
/// All, where none has.
std::vector<OGRLayer*> wanted_layers(GDALDataset& dataset, const std::string& name) {
    std::vector<OGRLayer*> layers;
    if (name.empty()) {
        for (OGRLayer* layer : dataset.GetLayers()) {
            layers.push_back(layer);
        }
        const auto is_table = [](OGRLayer* layer) { return layer->GetGeomType() == wkbNone; };
        if (!std::all_of(layers.begin(), layers.end(), is_table)) {
            std::erase_if(layers, is_table);
        }
    } else if (OGRLayer* layer = dataset.GetLayerByName(name.c_str())) {
        layers.push_back(layer);
    } else {
        throw Refusal("there is no layer " + quote(name), "its layers are " + layer_names(dataset));
    }
    return layers;
}

std::string file_name(const std::string& name) {
    return name.substr(name.rfind('/') + 1);
}

bool is_csv(const std::string& name) {
    const char* extension = CPLGetExtension(name.c_str());
    return EQUAL(extension, "csv") || EQUAL(extension, "tsv");
}

CPLStringList options_for(const std::string& name, const std::string& geometry_column) {
    const GDALDriverH driver =
        GDALIdentifyDriverEx(name.c_str(), GDAL_OF_VECTOR, allowed_drivers(), nullptr);
    const std::string format = driver != nullptr ? GDALGetDriverShortName(driver) : "";
    CPLStringList options;
    if (format == "GML") {
        options.SetNameValue("WRITE_GFS", "NO"); // leave nothing beside the user's file
        options.SetNameValue("DOWNLOAD_SCHEMA", "NO");
    } else if (format == "CSV") {
        options.SetNameValue("GEOM_POSSIBLE_NAMES", geometry_column.c_str());
        options.SetNameValue("KEEP_GEOM_COLUMNS", "NO");
    }
    return options;
}

GDALDatasetUniquePtr open(const std::string& name, const std::string& geometry_column,
                          const Messages& messages) {
    const CPLStringList options = options_for(name, geometry_column);
    GDALDatasetUniquePtr dataset(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                   allowed_drivers(), options.List()));
    if (!dataset && name.starts_with("PG:")) {
        throw Refusal("the database cannot be opened: " + messages.error(),
                      "check its address, and that it lets you in");
    }
    if (!dataset) {
        throw Refusal(messages.error().empty() ? "it is no format that is read"
                                               : "it cannot be opened: " + messages.error(),
                      "the formats are GeoJSON, TopoJSON, ESRI JSON, Shapefile, GeoPackage, KML, "
                      "KMZ, FlatGeobuf, GML, CSV with WKT or hexadecimal WKB");
    }
    return dataset;
}

CsvText csv_of(const GdalSource& source) {
    std::string bytes;
    if (!slurp_virtual(source.name, kMaxTextBytes, bytes)) {
        throw Refusal("it cannot be read, or is larger than 4 GiB", "split it");
    }
    CsvText csv = readable_csv(bytes);
    if (csv.geometry_column.empty()) {
        throw Refusal("none of its columns holds polygons as WKT or hexadecimal WKB",
                      "export one with ST_AsText(geom), or ogr2ogr -lco GEOMETRY=AS_WKT");
    }
    return csv;
}

/// The KML files that a file holds: itself, or those in a KMZ.
std::vector<std::string> kml_files(const std::string& name) {
    const char* extension = CPLGetExtension(name.c_str());
    if (EQUAL(extension, "kml")) {
        return {name};
    }
    std::vector<std::string> files;
    if (EQUAL(extension, "kmz")) {
        const std::string root = "/vsizip/{" + name + "}";
        const CPLStringList list(VSIReadDirRecursive(root.c_str()));
        for (int i = 0; i < list.size(); ++i) {
            if (EQUAL(CPLGetExtension(list[i]), "kml")) {
                files.push_back(root + "/" + list[i]);
            }
        }
    }
    return files;
}

/// The text to read in place of a KML of which a hole has several rings; nullopt where none has.
std::optional<std::string> mended_kml(const std::string& name) {
    std::optional<std::string> mended;
    const std::vector<std::string> files = kml_files(name);
    for (const std::string& file : files) {
        std::string text;
        slurp_virtual(file, kMaxTextBytes, text);
        mended = one_ring_a_hole(text);
        if (mended && files.size() > 1) {
            throw Refusal(
                "an innerBoundaryIs in it holds several rings, of which all but one would "
                "be lost",
                "unzip it, and name its .kml files");
        }
    }
    return mended;
}

Unprojected read_dataset(const GdalSource& source, const ReadOptions& options,
                         const SqliteCopy& copy, const MemoryFile* memory, const CsvText& csv,
                         SqlBudget& budget, const Messages& messages) {
    const GDALDatasetUniquePtr dataset = open(copy.is_made()      ? copy.path()
                                              : memory != nullptr ? memory->name()
                                                                  : source.name,
                                              csv.geometry_column, messages);
    Unprojected result;
    result.collection.path = source.path;
    result.collection.format = dataset->GetDriverName();
    for (OGRLayer* layer : wanted_layers(*dataset, options.layer)) {
        read_layer(*layer, options.where, messages, budget, result);
    }
    for (LayerCrs& layer : result.layers) {
        if (csv.srid && layer.definition.empty()) {
            layer.definition = "EPSG:" + std::to_string(*csv.srid);
            layer.order = projection::AxisOrder::east_north;
        }
    }
    result.collection.warnings = messages.warnings();
    return result;
}

Unprojected read_or_throw(const GdalSource& source, const ReadOptions& options) {
    const Messages messages;
    CsvText csv;
    std::optional<std::string> kml;
    std::unique_ptr<MemoryFile> memory; // of one of them, or of the source's text
    if (!source.text.empty()) {
        memory = std::make_unique<MemoryFile>(source.text, "map.json");
    } else if (is_csv(source.name)) {
        csv = csv_of(source);
        if (csv.is_rewritten) {
            memory = std::make_unique<MemoryFile>(csv.text, file_name(source.name));
        }
    }
    if (source.text.empty()) {
        if (kml = mended_kml(source.name); kml) {
            memory = std::make_unique<MemoryFile>(*kml, "map.kml");
        }
    }
    const bool is_file = source.text.empty() && !source.name.starts_with("PG:");
    if (const auto refused = is_file ? refused_crs_of_file(source.name) : std::nullopt) {
        throw Refusal(*refused,
                      "set its CRS by its EPSG code, e.g. with ogr2ogr -a_srs EPSG:32636");
    }
    const SqliteCopy copy(memory ? memory->name() : source.name);
    SqlBudget budget(copy.path());
    if (const auto refused = copy.is_made() ? copy.refused_content() : std::nullopt) {
        throw Refusal(*refused + ", so it is not opened",
                      "export the layer of the map to a file of its own");
    }
    return budget.within(
        [&] { return read_dataset(source, options, copy, memory.get(), csv, budget, messages); });
}

GdalRead read(const GdalSource& source, const ReadOptions& options) {
    try {
        set_up_gdal();
        return {read_or_throw(source, options), ""};
    } catch (const std::exception& e) {
        return {{}, e.what()};
    }
}

std::vector<PackedFile> zip_members(const std::string& root) {
    set_up_gdal();
    const Messages messages;
    const CPLStringList list(VSIReadDirRecursive(root.c_str()));
    std::vector<PackedFile> members;
    const auto count = static_cast<std::size_t>(list.size());
    if (count > kMostZipMembers) {
        members.resize(count);
        return members;
    }
    members.reserve(count);
    for (int i = 0; i < list.size(); ++i) {
        VSIStatBufL status;
        const std::string name = root + "/" + list[i];
        const bool known = VSIStatL(name.c_str(), &status) == 0 && status.st_size > 0;
        members.push_back({list[i], known ? static_cast<std::size_t>(status.st_size) : 0});
    }
    return members;
}

std::size_t count(const std::string& name, std::size_t most) {
    set_up_gdal();
    const Messages messages;
    std::size_t bytes = 0;
    for_each_chunk(
        name, [&](std::string_view chunk) { bytes += chunk.size(); }, most);
    return bytes;
}

bool slurp(const std::string& name, std::size_t most, std::string& bytes) {
    try {
        set_up_gdal();
        const Messages messages;
        return slurp_virtual(name, most, bytes) && messages.error().empty();
    } catch (const std::exception&) {
        return false;
    }
}

bool stream(const std::string& name, std::size_t most,
            const std::function<void(std::string_view)>& take) {
    set_up_gdal();
    const Messages messages;
    return for_each_chunk(name, take, most) && messages.error().empty();
}

std::string version() {
    return GDALVersionInfo("RELEASE_NAME");
}

PackedLayers pack(const std::vector<LayerToPack>& layers) {
    try {
        set_up_gdal();
        return {geopackage(layers), ""};
    } catch (const std::exception& e) {
        return {"", e.what()};
    }
}

PackedLayers fill(const TablesToFill& what) {
    try {
        set_up_gdal();
        return {filled_tables(what), ""};
    } catch (const std::exception& e) {
        return {"", e.what()};
    }
}

bool has_table(const std::string& target, const std::string& table) {
    set_up_gdal();
    return is_table_in(target, table);
}

constexpr GdalModule kTable{read,    zip_members, slurp,     count, stream,
                            version, pack,        has_table, fill,  numbers};
constexpr Module kModule{kGdalInterface, &kTable};

} // namespace
} // namespace shapes::io

extern "C" __attribute__((visibility("default"))) const shapes::Module* areaclaim_module() {
    return &shapes::io::kModule;
}
