// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/gdal_module.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace shapes::io {

/// See GdalModule::numbers.
NumbersRead numbers(const std::string& path, const std::vector<NumberRun>& runs, std::size_t most);

} // namespace shapes::io
