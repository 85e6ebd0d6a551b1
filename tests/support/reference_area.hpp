// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

namespace support {

/// Area on WGS84 in m² of rings whose edges are straight in longitude/latitude, summed with their
/// signs (counter-clockwise positive), for judging `shapes/area` and `shapes/change`: long
/// double throughout, closed-form authalic function, Gauss under each edge.
/// Relative error of a region below 1e-15.
double reference_area_m2(const shapes::Region& region);

/// The same of polygons whose rings may run either way, as GEOS writes them: each polygon's shell
/// less its holes.
double shells_less_holes_m2(const shapes::Region& region);

} // namespace support
