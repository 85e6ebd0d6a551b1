// SPDX-License-Identifier: MIT
#pragma once

#include "tools/chart/line_chart.hpp"

namespace chart {

/// What the words cover above what the maps measure, on one axis: the verdict at a glance.
struct BandBar {
    std::string id; ///< unique in the document
    std::string title;
    std::string description;
    Strip stated;     ///< its day is not used
    Whisker measured; ///< the same
    double width = 440;
};

Markup band_bar(const BandBar& bar, const Words& words);

/// The pattern of a strip, which `url(#ch-hatch-ID)` names.
Markup hatch(const std::string& id);

} // namespace chart
