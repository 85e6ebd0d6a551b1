// SPDX-License-Identifier: MIT
#pragma once

#include "engine/timeline/date.hpp"
#include "engine/verdict/verdict.hpp"
#include "shapes/units/area.hpp"

#include <string>

namespace engine {

/// "8,968 km²", "85.3 km²", "0.557 km²": whole km² from 100 on, one decimal from 1 on, else three,
/// and "0 km²" below half a thousandth.
std::string words(shapes::Area area);
/// "602 to 8,968 km²", "at least 602 km²", "at most 8,968 km²", "any area".
std::string words(const Interval& interval);
/// "1,900 to 2,100 km²".
std::string words(const Band& band);
/// "10 September 2022".
std::string words(Date day);
/// "9 or 10 September 2022", "12 to 19 September 2022", "30 September to 2 October 2022";
/// one day where both are the same. first ≤ last.
std::string words(Date first, Date last);

} // namespace engine
