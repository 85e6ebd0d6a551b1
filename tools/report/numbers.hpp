// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/units/area.hpp"
#include "tools/report/unit.hpp"

#include <cstddef>
#include <string>

namespace report {

/// `value` rounded to `decimals` digits after the point, thousands set off by commas, whatever the
/// locale: 8365.7036 with 1 gives "8,365.7". Rounds to zero without a minus sign. "-" where the
/// value is not finite.
std::string number(double value, int decimals);

/// A count with commas: 12480 gives "12,480".
std::string count(std::size_t value);

/// An area for a table, in a unit, with the digits a person can use: three decimals below 10, two
/// below 1,000, one above (a map drawn to a few metres is good for no more), and "0" for what would
/// have none of them. The unit is not named.
std::string figure(shapes::Area area, AreaUnit unit = AreaUnit::km2);
/// The same with its sign always there, for net changes; zero has none.
std::string signed_figure(shapes::Area area, AreaUnit unit = AreaUnit::km2);

/// An area as it is stated: whole from 10 on, one decimal from 1 on, below that three, so that a
/// fire of 25 hectares keeps its figure. The unit is not named.
std::string round_figure(double square_kilometres, AreaUnit unit = AreaUnit::km2);
/// The same with its unit.
std::string round_area(double square_kilometres, AreaUnit unit = AreaUnit::km2);

/// A probability as a percentage; "<1 %" and ">99 %" at the ends rather than a certainty.
std::string percent(double probability);

} // namespace report
