// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/setup.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_vsi.h>
#include <cpl_vsi_virtual.h>
#include <gdal_frmts.h>
#include <mutex>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>
#include <set>

namespace shapes::io {
namespace {

/// Stands in for GDAL's HTTP client: whatever a driver asks for is refused.
CPLHTTPResult* refuse(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc,
                      void*, void*) {
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("nothing remote is opened");
    return result;
}

/// Puts file systems that fail in the place of those that reach over the network.
void shut_remote_file_systems() {
    VSIFilesystemPluginCallbacksStruct* callbacks = VSIAllocFilesystemPluginCallbacksStruct();
    callbacks->open = [](void*, const char*, const char*) -> void* { return nullptr; };
    callbacks->stat = [](void*, const char*, VSIStatBufL*, int) { return -1; };
    callbacks->read = [](void*, void*, size_t, size_t) -> size_t { return 0; };
    callbacks->tell = [](void*) -> vsi_l_offset { return 0; };
    callbacks->seek = [](void*, vsi_l_offset, int) { return -1; };
    callbacks->eof = [](void*) { return 1; };
    callbacks->close = [](void*) { return 0; };
    const VSIFilesystemHandler* local = VSIFileManager::GetHandler("/");
    std::set<VSIFilesystemHandler*> replaced; // several prefixes may share one
    for (const char* prefix : {"/vsicurl/", "/vsicurl?", "/vsicurl_streaming/", "/vsis3/",
                               "/vsis3_streaming/", "/vsigs/", "/vsigs_streaming/", "/vsiaz/",
                               "/vsiaz_streaming/", "/vsiadls/", "/vsioss/", "/vsioss_streaming/",
                               "/vsiswift/", "/vsiswift_streaming/", "/vsihdfs/", "/vsiwebhdfs/"}) {
        VSIFilesystemHandler* old = VSIFileManager::GetHandler(prefix);
        VSIInstallPluginHandler(prefix, callbacks);
        if (old != local) {
            replaced.insert(old);
        }
    }
    for (VSIFilesystemHandler* handler : replaced) {
        delete handler; // the manager has forgotten it
    }
    VSIFreeFilesystemPluginCallbacksStruct(callbacks);
}

void set_up_once() {
    // Only these are registered, so that no other can be reached from within a file. LIBKML before
    // KML, as GDAL itself has them.
    RegisterOGRShape();
    RegisterOGRGeoPackage();
    RegisterOGRLIBKML();
    RegisterOGRKML();
    RegisterOGRFlatGeobuf();
    RegisterOGRGML();
    RegisterOGRCSV();
    RegisterOGRGeoJSON();
    RegisterOGRTopoJSON();
    RegisterOGRESRIJSON();
    RegisterOGRPG();

    CPLHTTPSetFetchCallback(refuse, nullptr);
    shut_remote_file_systems();
    OSRSetPROJEnableNetwork(0);
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO"); // nothing beside an input
    CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL");        // follow no xlink:href
}

} // namespace

void set_up_gdal() {
    static std::once_flag once;
    std::call_once(once, set_up_once);
}

void set_up_netcdf() {
    set_up_gdal();
    static std::once_flag once;
    std::call_once(once, GDALRegister_netCDF);
}

const char* const* allowed_drivers() {
    static constexpr const char* kNames[] = {"ESRI Shapefile", "GPKG",     "LIBKML",     "KML",
                                             "FlatGeobuf",     "GML",      "CSV",        "GeoJSON",
                                             "TopoJSON",       "ESRIJSON", "PostgreSQL", nullptr};
    return kNames;
}

Messages::Messages() {
    CPLErrorReset();
    CPLPushErrorHandlerEx(
        [](CPLErr level, CPLErrorNum, const char* text) {
            if (level == CE_Warning || level == CE_Failure || level == CE_Fatal) {
                static_cast<Messages*>(CPLGetErrorHandlerUserData())
                    ->take(level != CE_Warning, text);
            }
        },
        this);
}

Messages::~Messages() {
    CPLPopErrorHandler();
}

void Messages::take(bool is_error, const char* text) {
    constexpr std::size_t kMost = 20; // a damaged file may complain about each feature
    if (is_error && error_.empty()) {
        error_ = text;
    } else if (!is_error && warnings_.size() < kMost) {
        warnings_.push_back({ReadWarningCode::library_says, text});
    }
}

} // namespace shapes::io
