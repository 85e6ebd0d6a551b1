// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/change_area.hpp"
#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

namespace shapes {

/// Area of a drawn region on WGS84, edges straight in lon/lat: its polygons, each filled by `fill`,
/// united. Nothing has to be valid and nothing is constructed.
Area any_fill_area(const Region& drawn, FillRule fill = FillRule::nonzero);

/// Areas between two drawn regions, each filled and united as above. Independent of `validate` and
/// `change_area`, and slower; all five values are computed on their own.
ChangeArea any_fill_change_area(const Region& before, const Region& after,
                                FillRule fill = FillRule::nonzero);

/// The same in the plane of longitude and latitude, square degrees.
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
