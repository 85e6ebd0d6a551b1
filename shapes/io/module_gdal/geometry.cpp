// SPDX-License-Identifier: MIT
#include "shapes/io/module_gdal/geometry.hpp"

#include "shapes/io/ring_end.hpp"

#include <memory>
#include <ogr_geometry.h>

namespace shapes::io {
namespace {

/// Largest angle of an arc that one straight piece stands for, degrees. A circle's area is then
/// short by 1 - sin(x)/x = x²/6 = 1.3e-5 (x in radians).
constexpr double kArcStepDegrees = 0.5;

void append_ring(const OGRLinearRing& ring, FeatureCollection& collection) {
    Region& region = collection.features.back().region;
    region.add_ring();
    for (int i = 0; i < ring.getNumPoints(); ++i) {
        region.add({ring.getX(i), ring.getY(i)});
    }
    end_ring(collection);
}

void append_polygon(const OGRPolygon& polygon, FeatureCollection& collection) {
    const OGRLinearRing* shell = polygon.getExteriorRing();
    if (shell == nullptr || shell->getNumPoints() == 0) {
        return; // a shell without positions has no inside, whatever its holes
    }
    collection.features.back().region.add_polygon();
    for (const OGRLinearRing* ring : polygon) {
        if (ring->getNumPoints() > 0) {
            append_ring(*ring, collection);
        }
    }
}

Position first_position(const OGRGeometry& geometry) {
    OGREnvelope box;
    geometry.getEnvelope(&box);
    return {box.MinX, box.MinY};
}

} // namespace

std::size_t append_geometry(const OGRGeometry& geometry, FeatureCollection& collection) {
    if (geometry.hasCurveGeometry() != FALSE) {
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry(kArcStepDegrees));
        return straight ? append_geometry(*straight, collection) : 0;
    }
    if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbPolygon) != FALSE) {
        append_polygon(*geometry.toPolygon(), collection); // triangles as well
        return 1;
    }
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbMultiPolygon:
        for (const OGRPolygon* part : *geometry.toMultiPolygon()) {
            append_polygon(*part, collection);
        }
        return 1;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon* part : *geometry.toPolyhedralSurface()) {
            append_polygon(*part, collection);
        }
        return 1;
    case wkbGeometryCollection: {
        std::size_t areas = 0;
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
            areas += append_geometry(*part, collection);
        }
        return areas;
    }
    default:
        note_not_an_area(collection, collection.features.size() - 1, geometry.getGeometryName(),
                         first_position(geometry));
        return 0;
    }
}

} // namespace shapes::io
