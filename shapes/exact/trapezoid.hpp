// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/exact/slabs.hpp"

namespace shapes::exact {

/// What lies between two lines from one bound to another, m² on WGS84. Heights are exact
/// differences rounded once, so that a thin sliver keeps its digits: off by less than 1e-15 of it.
Real trapezoid_m2(const Line& lower, const Line& upper, const Bound& west, const Bound& east);

} // namespace shapes::exact
