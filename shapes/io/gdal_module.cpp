// SPDX-License-Identifier: MIT
#include "shapes/io/gdal_module.hpp"

#include "shapes/modules/open_module.hpp"

namespace shapes::io {

const GdalModule& gdal_module() {
    static const auto* module =
        static_cast<const GdalModule*>(open_module("areaclaim_gdal.so", kGdalInterface));
    return *module;
}

} // namespace shapes::io
