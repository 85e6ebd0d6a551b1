// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/valid_region.hpp"

namespace shapes {

/// The regions lost and gained: valid polygons, shells counter-clockwise, each hole listed with its
/// shell.
struct ChangeRegions {
    ValidRegion lost;
    ValidRegion gained;
};

/// Constructs the regions lost and gained as valid polygons, with positions in degrees on a grid of
/// 2⁻⁴⁴°.
///
/// Their boundaries are within `overlay::kOverlayDisplacement` (9 nm on the ground) of those of the
/// maps. Their areas therefore agree with `change_area` to within that distance times the
/// perimeters of both maps: 0.02 m² for two maps with 1,000 km of front each. Pieces that are
/// narrower than the grid vanish. Either region may be empty. Longitudes must be within
/// `kMaxLongitude` (position.hpp), as they are after `validate`. The only exception thrown is
/// std::bad_alloc.
///
/// Laws, each a test in tests/shapes/change/laws_test.cpp:
///
/// 1. Both regions are valid as they stand: `validate` finds no problem and changes no bit.
/// 2. Their areas are those of `change_area` to within the bound above.
/// 3. To within that bound the two have nothing in common with each other, nor with the
///    intersection of the maps.
/// 4. A region against itself gives two empty regions.
ChangeRegions change_regions(const ValidRegion& before, const ValidRegion& after);

/// The region common to both, built on the same grid. It is empty where they have nothing in
/// common.
ValidRegion intersection(const ValidRegion& a, const ValidRegion& b);

} // namespace shapes
