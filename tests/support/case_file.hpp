// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"

#include <optional>
#include <string>
#include <vector>

namespace support {

/// One data-driven case of the difference core, tests/cases/difference/NAME.case: lines of
/// `key: value`, `#` begins a comment line. Keys: about, origin (of the expected values), fill,
/// before and after (WKT), lost_m2, gained_m2, common_m2 (each may be absent: then only the
/// properties are checked) and allowed_m2.
struct CaseFile {
    std::string path;
    std::string about;
    std::string origin;
    shapes::FillRule fill = shapes::FillRule::nonzero;
    shapes::Region before;
    shapes::Region after;
    std::optional<double> lost_m2;
    std::optional<double> gained_m2;
    std::optional<double> common_m2;
    double allowed_m2 = 0.0;
};

/// Throws std::invalid_argument naming file and line.
CaseFile read_case(const std::string& path);

/// All of a folder, by name.
std::vector<CaseFile> read_cases(const std::string& folder);

} // namespace support
