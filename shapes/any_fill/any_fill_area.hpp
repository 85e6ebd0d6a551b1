// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/change_area.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

namespace shapes {

/// The area of a drawn region on WGS84, edges straight in longitude/latitude: that of the union of
/// its polygons, each filled by `fill`. The drawing need not be valid, and no polygon is
/// constructed. A drawing that encloses nothing has area 0.
Area any_fill_area(const Region& drawn, FillRule fill = FillRule::nonzero);

/// The areas between two drawn regions, each filled and united as above. Calls neither `validate`
/// nor `change_area`, so it can check them. All five areas are summed separately. Of regions that
/// are proven it is slower than `change_area`; of two drawings that nobody has proven it is the
/// quickest way to their areas, as no polygon has to be made.
ChangeArea any_fill_change_area(const Region& before, const Region& after,
                                FillRule fill = FillRule::nonzero);

/// The same five areas in the plane of longitude and latitude, in square degrees.
struct PlaneChange {
    double before = 0.0;
    double after = 0.0;
    double lost = 0.0;
    double gained = 0.0;
    double common = 0.0;
};
PlaneChange any_fill_plane_change(const Region& before, const Region& after,
                                  FillRule fill = FillRule::nonzero);

} // namespace shapes
