// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

namespace areaclaim {

/// "0.1.0"
const char* program_version();

/// Versions of the libraries that results depend on: GDAL, GEOS, PROJ. Loads the modules of GDAL
/// and PROJ; where one cannot be loaded its version is "not available".
std::map<std::string, std::string> library_versions();

/// The same for those that took part in a result without loading a module for its version alone.
std::map<std::string, std::string> used_library_versions();

/// What --version prints.
std::string version_text();

} // namespace areaclaim
