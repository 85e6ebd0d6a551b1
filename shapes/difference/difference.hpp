// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/valid_region.hpp"
#include "shapes/types/region.hpp"
#include "shapes/units/area.hpp"

namespace shapes {

/// Areas between two control boundaries, on the WGS84 ellipsoid, edges straight in lon/lat.
struct ChangeArea {
    Area before; ///< |B|
    Area after;  ///< |A|
    Area lost;   ///< |B ∖ A|
    Area gained; ///< |A ∖ B|
    Area common; ///< |B ∩ A|, computed on its own, not by subtraction

    Area net() const { return gained - lost; }
    /// max(| |B| − common − lost |, | |A| − common − gained |) / max(|A|, |B|): 0 in exact
    /// arithmetic; 0 where both regions are empty.
    double relative_residual() const;
};

/// The regions themselves. Valid polygons, shells counter-clockwise, holes in their shells.
struct ChangeRegions {
    ValidRegion lost;
    ValidRegion gained;
};

struct DifferenceOptions {
    int threads = 1; ///< for areas; the same bits whatever the number
};

/// Lost, gained and common area in one pass, with nothing constructed.
ChangeArea change_area(const ValidRegion& before, const ValidRegion& after,
                       const DifferenceOptions& options = {});

/// The regions lost and gained. Their boundaries are those of the maps to within
/// `kOverlayDisplacement` (overlay.hpp: 9 nm), so their areas agree with `change_area` to within
/// that times the perimeters of both maps; see README.md, "Regions". In one thread, whatever
/// `threads` says.
ChangeRegions change_regions(const ValidRegion& before, const ValidRegion& after,
                             const DifferenceOptions& options = {});

/// The region common to both; in one thread.
ValidRegion intersection(const ValidRegion& a, const ValidRegion& b,
                         const DifferenceOptions& options = {});

} // namespace shapes
