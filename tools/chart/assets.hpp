// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace chart {

/// A style sheet, script or table of words of tools/, compiled into the program, by its path below
/// that folder: "chart/assets/chart.css". A path that is not there is a slip of ours and throws
/// std::logic_error.
std::string_view asset(std::string_view path);

} // namespace chart
