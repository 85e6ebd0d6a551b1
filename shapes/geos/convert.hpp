// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/geos/handles.hpp"
#include "shapes/types/region.hpp"

namespace shapes::geos {

/// Rings of fewer than four positions have no area and no place in a GEOS polygon.
inline bool has_area(Ring ring) {
    return ring.size() >= 4;
}

/// A ring as a closed line, or as a polygon of its own.
Geometry to_line(const Context& c, Ring ring);
Geometry to_polygon(const Context& c, Ring ring);

/// One polygon of a region; rings without area are left out, and with such a shell it is empty.
Geometry to_polygon(const Context& c, const Region& region, std::size_t polygon);

/// All polygons of a region, as they stand.
Geometry to_multipolygon(const Context& c, const Region& region);

/// The polygons of any geometry; lines and points that an overlay left have no area.
Region to_region(const Context& c, const Geometry& geometry);

} // namespace shapes::geos
