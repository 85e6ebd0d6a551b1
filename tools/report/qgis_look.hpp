// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace report {

/// The attributes of the element of QGIS' XML that holds a look.
inline constexpr const char* kLookAttributes =
    R"(styleCategories="Symbology|Labeling|Temporal" labelsEnabled="1")";

/// What a style and a project have in common: symbols, labels and time, as elements of XML.
std::string qgis_look();

} // namespace report
