// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

namespace shapes::io {

/// Mends what other programs' rounding and counting of turns does to longitudes and latitudes:
/// - a latitude beyond ±90 by no more than 1e-9 degrees (0.1 mm; Natural Earth's 110m files have
///   -90.00000000000003) is ±90;
/// - a coordinate nearer to 0 than 2⁻⁹⁰⁰ degrees is 0: the exact predicates end there;
/// - a ring that lies whole turns away (longitudes of 725 degrees, at most 1000) is brought back by
/// as many, the
///   same for all of its polygon, until its westernmost longitude is within -180 … 180.
void settle_positions(FeatureCollection& collection);

} // namespace shapes::io
