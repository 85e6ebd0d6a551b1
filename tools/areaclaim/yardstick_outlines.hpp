// SPDX-License-Identifier: MIT
#pragma once

#include "tools/areaclaim/console.hpp"
#include "tools/areaclaim/options.hpp"
#include "tools/page/page_options.hpp"

#include <string>
#include <vector>

namespace areaclaim {

/// The outlines of "NAME=FILE" each, NAME as `areaclaim yardstick` knows it and FILE of polygons.
/// Throws UsageError for another form or name, as load_within does for the file. Warns where the
/// file's area is not that of the yardstick.
std::vector<page::YardstickOutline> load_outlines(const std::vector<std::string>& named,
                                                  const MapOptions& options,
                                                  const Console& console);

/// The FILE of one of them; empty where there is none.
std::string outline_file(const std::string& named);

} // namespace areaclaim
