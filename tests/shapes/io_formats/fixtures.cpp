// SPDX-License-Identifier: MIT
#include "tests/shapes/io_formats/fixtures.hpp"

#include <cpl_http.h>
#include <cpl_string.h>
#include <fstream>
#include <iterator>
#include <ogrsf_frmts.h>
#include <stdexcept>

namespace {

void require(bool good, const std::string& what) {
    if (!good) {
        throw std::runtime_error(what + ": " + CPLGetLastErrorMsg());
    }
}

void write_feature(OGRLayer& layer, const std::string& wkt) {
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    feature->SetField("status", "held");
    feature->SetField("since", 2022, 9, 8);
    feature->SetField("share", 0.1);
    OGRGeometry* geometry = nullptr;
    require(OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &geometry) == OGRERR_NONE, wkt);
    feature->SetGeometryDirectly(geometry);
    require(layer.CreateFeature(feature.get()) == OGRERR_NONE, "feature");
}

} // namespace

void write_dataset(const std::string& path, const Fixture& fixture) {
    GDALAllRegister();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(fixture.driver.c_str());
    require(driver != nullptr, fixture.driver);
    const GDALDatasetUniquePtr dataset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    require(dataset != nullptr, path);
    OGRSpatialReference srs;
    if (fixture.epsg != 0) {
        srs.importFromEPSG(fixture.epsg);
        srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    }
    CPLStringList options;
    for (const std::string& option : fixture.options) {
        options.AddString(option.c_str());
    }
    OGRLayer* layer = dataset->CreateLayer("held", fixture.epsg != 0 ? &srs : nullptr, wkbUnknown,
                                           options.List());
    require(layer != nullptr, "layer");
    OGRFieldDefn status("status", OFTString);
    OGRFieldDefn since("since", OFTDate);
    OGRFieldDefn share("share", OFTReal);
    for (OGRFieldDefn* field : {&status, &since, &share}) {
        require(layer->CreateField(field) == OGRERR_NONE, "field");
    }
    for (const std::string& wkt : fixture.wkt) {
        write_feature(*layer, wkt);
    }
}

void write_virtual(const std::string& name, const std::string& bytes) {
    VSILFILE* file = VSIFOpenL(name.c_str(), "wb");
    require(file != nullptr, name);
    VSIFWriteL(bytes.data(), 1, bytes.size(), file);
    VSIFCloseL(file);
}

std::string file_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool can_fetch(const std::string& url) {
    CPLHTTPResult* result = CPLHTTPFetch(url.c_str(), nullptr);
    const bool fetched = result != nullptr && result->nStatus == 0;
    CPLHTTPDestroyResult(result);
    return fetched;
}

bool can_open(const std::string& name) {
    VSILFILE* file = VSIFOpenL(name.c_str(), "rb");
    if (file != nullptr) {
        VSIFCloseL(file);
    }
    return file != nullptr;
}
