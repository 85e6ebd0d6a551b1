// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/problem.hpp"
#include "tools/report/table.hpp"

#include <string>
#include <vector>

namespace report {

/// Whether a map has an edge over more than 180 degrees of longitude: whatever is measured of it
/// may be of the wrong side of the Earth, and nobody may overlook that.
bool goes_the_long_way(const std::vector<shapes::Problem>& problems);

/// A figure, with a star where it rests on such a map.
std::string starred(const std::string& figure, bool star);

/// What the star means, as a line below the table; empty without one.
std::string star_note(bool star, const Screen& screen);

} // namespace report
