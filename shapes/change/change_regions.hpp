// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"

namespace shapes {

/// The regions themselves. Valid polygons, shells counter-clockwise, holes in their shells.
struct ChangeRegions {
    ValidRegion lost;
    ValidRegion gained;
};

/// The regions lost and gained. Their boundaries are those of the maps to within
/// `overlay::kOverlayDisplacement` (9 nm), so their areas agree with `change_area` to within that
/// times the perimeters of both maps; see shapes/overlay/README.md.
ChangeRegions change_regions(const ValidRegion& before, const ValidRegion& after);

/// The region common to both.
ValidRegion intersection(const ValidRegion& a, const ValidRegion& b);

} // namespace shapes
