// SPDX-License-Identifier: MIT
#include "shapes/geos/fill.hpp"

#include "shapes/geos/convert.hpp"
#include "shapes/predicates/orientation.hpp"

namespace shapes::geos {
namespace {

/// Winding number of a ring around a place that is not on it: upward edges to the east of the
/// place, less downward ones. On which side of an edge the place is must not depend on rounding: a
/// face of a noding may be thinner than that, and would be kept or left out by chance.
int winding_number(Ring ring, Position at) {
    int winding = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Position p = ring[i];
        const Position q = ring[i + 1];
        if ((p.lat <= at.lat) == (q.lat <= at.lat)) {
            continue;
        }
        const bool upward = p.lat <= at.lat;
        const int side = orientation(p, q, at);
        if (upward && side > 0) {
            ++winding;
        } else if (!upward && side < 0) {
            --winding;
        }
    }
    return winding;
}

/// The rings of one polygon that have an area, the shell first.
struct Rings {
    std::vector<Ring> all;
    bool has_shell = false;
};

Rings rings_of(const Region& region, std::size_t polygon) {
    const auto [first, last] = region.polygon(polygon);
    Rings rings;
    rings.has_shell = first != last && has_area(region.ring(first));
    for (std::size_t r = first; r < last; ++r) {
        if (has_area(region.ring(r))) {
            rings.all.push_back(region.ring(r));
        }
    }
    return rings;
}

bool inside(const Rings& rings, Position at, FillRule fill) {
    if (fill == FillRule::evenodd) {
        int crossings = 0;
        for (const Ring ring : rings.all) {
            crossings += winding_number(ring, at);
        }
        return crossings % 2 != 0;
    }
    if (!rings.has_shell || winding_number(rings.all.front(), at) == 0) {
        return false;
    }
    for (std::size_t r = 1; r < rings.all.size(); ++r) {
        if (winding_number(rings.all[r], at) != 0) {
            return false;
        }
    }
    return true;
}

/// A place in the inside of a face.
Position place_in(const Context& c, const GEOSGeometry* face) {
    const Geometry point(c, GEOSPointOnSurface_r(c.get(), face), "point in a face");
    Position at;
    if (GEOSGeomGetX_r(c.get(), point.get(), &at.lon) != 1 ||
        GEOSGeomGetY_r(c.get(), point.get(), &at.lat) != 1) {
        c.fail("point in a face");
    }
    return at;
}

/// The faces that the lines of the rings cut the plane into, without the outer one.
Geometry faces(const Context& c, const Rings& rings) {
    std::vector<Geometry> lines;
    for (const Ring ring : rings.all) {
        lines.push_back(to_line(c, ring));
    }
    const Geometry all = collect(c, GEOS_MULTILINESTRING, std::move(lines));
    const Geometry noded(c, GEOSUnaryUnion_r(c.get(), all.get()), "noding");
    const GEOSGeometry* raw = noded.get();
    return {c, GEOSPolygonize_r(c.get(), &raw, 1), "polygonizing"};
}

Geometry resolved(const Context& c, const Rings& rings, FillRule fill) {
    const Geometry all = faces(c, rings);
    std::vector<Geometry> kept;
    const int count = GEOSGetNumGeometries_r(c.get(), all.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(c.get(), all.get(), i);
        if (inside(rings, place_in(c, face), fill)) {
            kept.emplace_back(c, GEOSGeom_clone_r(c.get(), face), "face");
        }
    }
    const Geometry pieces = collect(c, GEOS_GEOMETRYCOLLECTION, std::move(kept));
    return {c, GEOSUnaryUnion_r(c.get(), pieces.get()), "union of faces"};
}

} // namespace

Geometry filled(const Context& c, const Region& region, FillRule fill) {
    std::vector<Geometry> parts;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const Rings rings = rings_of(region, p);
        if (rings.has_shell) {
            Geometry drawn = to_polygon(c, region, p);
            if (GEOSisValid_r(c.get(), drawn.get()) == 1) {
                parts.push_back(std::move(drawn));
                continue;
            }
        }
        if (!rings.all.empty()) {
            parts.push_back(resolved(c, rings, fill));
        }
    }
    const Geometry all = collect(c, GEOS_GEOMETRYCOLLECTION, std::move(parts));
    return {c, GEOSUnaryUnion_r(c.get(), all.get()), "union"};
}

} // namespace shapes::geos
