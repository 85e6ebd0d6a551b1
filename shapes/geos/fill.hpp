// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/geos/handles.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"

namespace shapes::geos {

/// A drawn region as a valid geometry: each polygon filled by the rule, all of them united.
///
/// A polygon that GEOS calls valid is taken as it stands. Of any other the lines are noded and
/// polygonized, and each face is kept whose winding numbers the rule takes as inside (GEOS' own
/// MakeValid has other rules: it fills the twice-wound middle of a loop or not by its method, and
/// knows no winding). Throws std::runtime_error where GEOS fails.
Geometry filled(const Context& c, const Region& region, FillRule fill);

} // namespace shapes::geos
