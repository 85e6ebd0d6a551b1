// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/read_warning.hpp"

#include <string>
#include <vector>

namespace shapes::io {

/// Registers the drivers of the allow-list and shuts what could reach beyond the machine. Once per
/// process; every function of the module calls it first.
void set_up_gdal();

/// Registers netCDF beside them, for shorelines; it is on no allow-list, so no map is read by it.
/// Once per process, after set_up_gdal().
void set_up_netcdf();

/// The allow-list, as GDALOpenEx takes it: names, then a null pointer.
const char* const* allowed_drivers();

/// Takes GDAL's messages instead of stderr while it lives.
class Messages {
  public:
    Messages();
    Messages(const Messages&) = delete;
    Messages& operator=(const Messages&) = delete;
    ~Messages();

    /// The first error since the start, empty where there was none.
    const std::string& error() const { return error_; }
    const std::vector<ReadWarning>& warnings() const { return warnings_; }
    void take(bool is_error, const char* text);

  private:
    std::string error_;
    std::vector<ReadWarning> warnings_;
};

} // namespace shapes::io
