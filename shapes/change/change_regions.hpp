// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"

namespace shapes {

/// The regions themselves. Valid polygons, shells counter-clockwise, holes in their shells.
struct ChangeRegions {
    ValidRegion lost;
    ValidRegion gained;
};

/// The regions lost and gained, valid polygons with positions in degrees on a grid of 2⁻⁴⁴°.
///
/// Their boundaries are those of the maps to within `overlay::kOverlayDisplacement` (9 nm on the
/// ground), so their areas agree with `change_area` to within that times the perimeters of both
/// maps: 0.02 m² for two maps with 1,000 km of front each. Pieces narrower than the grid vanish.
/// Throws nothing but std::bad_alloc; regions may be empty. Longitudes within `kMaxLongitude`
/// (position.hpp), as `validate` leaves them.
///
/// Laws, each a test in tests/shapes/change/laws_test.cpp:
///
/// 1. Both regions are valid as they stand: `validate` finds nothing and changes no bit.
/// 2. Their areas are those of `change_area` within the bound above.
/// 3. The two have nothing in common beyond it, nor has either with what is common to both maps.
/// 4. A region against itself gives two empty ones.
ChangeRegions change_regions(const ValidRegion& before, const ValidRegion& after);

/// The region common to both.
ValidRegion intersection(const ValidRegion& a, const ValidRegion& b);

} // namespace shapes
