// SPDX-License-Identifier: MIT
#include "shapes/geos/second_opinion.hpp"

#include <geos_c.h>

#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace shapes::geos {
namespace {

/// One GEOS context; the last error message stays readable.
class Context {
  public:
    Context() : handle_(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(
            handle_,
            [](const char* message, void* self) { static_cast<Context*>(self)->error_ = message; },
            this);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { GEOS_finish_r(handle_); }

    GEOSContextHandle_t get() const { return handle_; }
    [[noreturn]] void fail(const char* what) const {
        throw std::runtime_error(std::string(what) + ": " + error_);
    }

  private:
    GEOSContextHandle_t handle_;
    std::string error_;
};

class Geometry {
  public:
    Geometry(Context& context, GEOSGeometry* geometry, const char* what)
        : context_(&context), geometry_(geometry) {
        if (geometry_ == nullptr) {
            context.fail(what);
        }
    }
    Geometry(Geometry&& other) noexcept
        : context_(other.context_), geometry_(std::exchange(other.geometry_, nullptr)) {}
    Geometry& operator=(Geometry&& other) noexcept {
        std::swap(context_, other.context_);
        std::swap(geometry_, other.geometry_);
        return *this;
    }
    Geometry(const Geometry&) = delete;
    Geometry& operator=(const Geometry&) = delete;
    ~Geometry() {
        if (geometry_ != nullptr) {
            GEOSGeom_destroy_r(context_->get(), geometry_);
        }
    }

    const GEOSGeometry* get() const { return geometry_; }
    GEOSGeometry* release() { return std::exchange(geometry_, nullptr); }

  private:
    Context* context_;
    GEOSGeometry* geometry_;
};

Geometry to_ring(Context& c, Ring ring) {
    GEOSCoordSequence* seq = GEOSCoordSeq_create_r(c.get(), static_cast<unsigned>(ring.size()), 2);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        GEOSCoordSeq_setXY_r(c.get(), seq, static_cast<unsigned>(i), ring[i].lon, ring[i].lat);
    }
    return {c, GEOSGeom_createLinearRing_r(c.get(), seq), "ring"};
}

/// Rings of fewer than four positions have no area and no place in a GEOS polygon.
bool has_area(Ring ring) { return ring.size() >= 4; }

Geometry to_geos(Context& c, const Region& region) {
    std::vector<GEOSGeometry*> polygons;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        if (first == last || !has_area(region.ring(first))) {
            continue;
        }
        Geometry shell = to_ring(c, region.ring(first));
        std::vector<GEOSGeometry*> holes;
        for (std::size_t r = first + 1; r < last; ++r) {
            if (has_area(region.ring(r))) {
                holes.push_back(to_ring(c, region.ring(r)).release());
            }
        }
        polygons.push_back(GEOSGeom_createPolygon_r(c.get(), shell.release(), holes.data(),
                                                    static_cast<unsigned>(holes.size())));
    }
    return {c,
            GEOSGeom_createCollection_r(c.get(), GEOS_MULTIPOLYGON, polygons.data(),
                                        static_cast<unsigned>(polygons.size())),
            "collection"};
}

void append_ring(Context& c, const GEOSGeometry* ring, Region& out) {
    const GEOSCoordSequence* seq = GEOSGeom_getCoordSeq_r(c.get(), ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(c.get(), seq, &size);
    out.add_ring();
    for (unsigned i = 0; i < size; ++i) {
        Position p;
        GEOSCoordSeq_getXY_r(c.get(), seq, i, &p.lon, &p.lat);
        out.add(p);
    }
}

/// Polygons of any geometry; lines and points that an overlay left behind have no area.
void append_polygons(Context& c, const GEOSGeometry* geometry, Region& out) {
    if (GEOSisEmpty_r(c.get(), geometry) != 0) {
        return;
    }
    if (GEOSGeomTypeId_r(c.get(), geometry) == GEOS_POLYGON) {
        out.add_polygon();
        append_ring(c, GEOSGetExteriorRing_r(c.get(), geometry), out);
        const int holes = GEOSGetNumInteriorRings_r(c.get(), geometry);
        for (int i = 0; i < holes; ++i) {
            append_ring(c, GEOSGetInteriorRingN_r(c.get(), geometry, i), out);
        }
        return;
    }
    const int type = GEOSGeomTypeId_r(c.get(), geometry);
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(c.get(), geometry);
        for (int i = 0; i < parts; ++i) {
            append_polygons(c, GEOSGetGeometryN_r(c.get(), geometry, i), out);
        }
    }
}

Region from_geos(Context& c, const Geometry& geometry) {
    Region region;
    append_polygons(c, geometry.get(), region);
    return region;
}

/// Repairs each polygon under the fill rule, then unites them.
Geometry united(Context& c, const Region& region, FillRule fill) {
    struct Params {
        GEOSContextHandle_t handle;
        GEOSMakeValidParams* params;
        ~Params() { GEOSMakeValidParams_destroy_r(handle, params); }
    } params{c.get(), GEOSMakeValidParams_create_r(c.get())};
    GEOSMakeValidParams_setMethod_r(c.get(), params.params,
                                    fill == FillRule::evenodd ? GEOS_MAKE_VALID_LINEWORK
                                                              : GEOS_MAKE_VALID_STRUCTURE);
    const Geometry drawn = to_geos(c, region);
    std::vector<GEOSGeometry*> repaired;
    const int parts = GEOSGetNumGeometries_r(c.get(), drawn.get());
    for (int i = 0; i < parts; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(c.get(), drawn.get(), i);
        repaired.push_back(
            Geometry(c, GEOSMakeValidWithParams_r(c.get(), part, params.params), "repair").release());
    }
    const Geometry all(c,
                       GEOSGeom_createCollection_r(c.get(), GEOS_GEOMETRYCOLLECTION, repaired.data(),
                                                   static_cast<unsigned>(repaired.size())),
                       "collection");
    return {c, GEOSUnaryUnion_r(c.get(), all.get()), "union"};
}

} // namespace

OverlayResult overlay(const Region& before, const Region& after, FillRule fill) {
    try {
        Context c;
        const Geometry b = united(c, before, fill);
        const Geometry a = united(c, after, fill);
        const Geometry lost(c, GEOSDifference_r(c.get(), b.get(), a.get()), "difference");
        const Geometry gained(c, GEOSDifference_r(c.get(), a.get(), b.get()), "difference");
        const Geometry common(c, GEOSIntersection_r(c.get(), a.get(), b.get()), "intersection");
        return {Overlay{from_geos(c, lost), from_geos(c, gained), from_geos(c, common)}, ""};
    } catch (const std::exception& e) {
        return {std::nullopt, e.what()};
    }
}

std::optional<std::string> invalid_reason(const Region& region) {
    Context c;
    const Geometry geometry = to_geos(c, region);
    if (GEOSisValid_r(c.get(), geometry.get()) == 1) {
        return std::nullopt;
    }
    const std::unique_ptr<char, void (*)(char*)> reason(
        GEOSisValidReason_r(c.get(), geometry.get()), [](char* text) { GEOSFree(text); });
    return reason ? std::string(reason.get()) : std::string("not valid");
}

Region unite(const Region& region) {
    Context c;
    return from_geos(c, united(c, region, FillRule::nonzero));
}

std::string version() { return GEOSversion(); }

} // namespace shapes::geos
