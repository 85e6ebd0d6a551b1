// SPDX-License-Identifier: MIT
#include "shapes/geos/convert.hpp"

#include <memory>

namespace shapes::geos {
namespace {

GEOSCoordSequence* to_sequence(const Context& c, Ring ring) {
    static_assert(sizeof(Position) == 2 * sizeof(double));
    return GEOSCoordSeq_copyFromBuffer_r(c.get(), &ring.data()->lon,
                                         static_cast<unsigned>(ring.size()), 0, 0);
}

Geometry to_linear_ring(const Context& c, Ring ring) {
    return {c, GEOSGeom_createLinearRing_r(c.get(), to_sequence(c, ring)), "ring"};
}

void append_ring(const Context& c, const GEOSGeometry* ring, Region& out) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(c.get(), ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(c.get(), sequence, &size);
    out.add_ring();
    for (unsigned i = 0; i < size; ++i) {
        Position p;
        GEOSCoordSeq_getXY_r(c.get(), sequence, i, &p.lon, &p.lat);
        out.add(p);
    }
}

void append_polygons(const Context& c, const GEOSGeometry* geometry, Region& out) {
    if (GEOSisEmpty_r(c.get(), geometry) != 0) {
        return;
    }
    const int type = GEOSGeomTypeId_r(c.get(), geometry);
    if (type == GEOS_POLYGON) {
        out.add_polygon();
        append_ring(c, GEOSGetExteriorRing_r(c.get(), geometry), out);
        const int holes = GEOSGetNumInteriorRings_r(c.get(), geometry);
        for (int i = 0; i < holes; ++i) {
            append_ring(c, GEOSGetInteriorRingN_r(c.get(), geometry, i), out);
        }
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(c.get(), geometry);
        for (int i = 0; i < parts; ++i) {
            append_polygons(c, GEOSGetGeometryN_r(c.get(), geometry, i), out);
        }
    }
}

} // namespace

Geometry to_line(const Context& c, Ring ring) {
    return {c, GEOSGeom_createLineString_r(c.get(), to_sequence(c, ring)), "line"};
}

Geometry to_polygon(const Context& c, Ring ring) {
    Geometry shell = to_linear_ring(c, ring);
    return {c, GEOSGeom_createPolygon_r(c.get(), shell.release(), nullptr, 0), "polygon"};
}

Geometry to_polygon(const Context& c, const Region& region, std::size_t polygon) {
    const auto [first, last] = region.polygon(polygon);
    if (first == last || !has_area(region.ring(first))) {
        return {c, GEOSGeom_createEmptyPolygon_r(c.get()), "polygon"};
    }
    Geometry shell = to_linear_ring(c, region.ring(first));
    std::vector<Geometry> holes;
    for (std::size_t r = first + 1; r < last; ++r) {
        if (has_area(region.ring(r))) {
            holes.push_back(to_linear_ring(c, region.ring(r)));
        }
    }
    std::vector<GEOSGeometry*> raw;
    raw.reserve(holes.size());
    for (Geometry& hole : holes) {
        raw.push_back(hole.release());
    }
    return {c,
            GEOSGeom_createPolygon_r(c.get(), shell.release(), raw.data(),
                                     static_cast<unsigned>(raw.size())),
            "polygon"};
}

Geometry to_multipolygon(const Context& c, const Region& region) {
    std::vector<Geometry> polygons;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        polygons.push_back(to_polygon(c, region, p));
    }
    return collect(c, GEOS_MULTIPOLYGON, std::move(polygons));
}

Region to_region(const Context& c, const Geometry& geometry) {
    Region region;
    append_polygons(c, geometry.get(), region);
    return region;
}

} // namespace shapes::geos
