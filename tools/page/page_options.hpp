// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"
#include "tools/report/unit.hpp"

#include <string>
#include <vector>

namespace page {

/// The shape of a yardstick, to be laid on the map in place of a square.
struct YardstickOutline {
    std::vector<std::string> names; ///< of engine/data/yardsticks that it is the outline of
    std::string file;               ///< where it came from, for the caption
    bool of_gshhg = false;          ///< which is then credited
    shapes::ValidRegion region;     ///< not empty
};

/// What a page shows a verification with. Nothing of it changes a verdict.
struct PageOptions {
    report::AreaUnit unit = report::AreaUnit::km2; ///< of all figures
    std::vector<YardstickOutline> outlines = {};
};

} // namespace page
