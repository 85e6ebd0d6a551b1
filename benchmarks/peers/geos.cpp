// SPDX-License-Identifier: MIT
// GEOS by its C interface, in a context of its own so that its failures come back as text.
#include "benchmarks/peers/op.hpp"

#include <geos_c.h>

#include <stdexcept>
#include <vector>

namespace bench {
namespace {

using shapes::Position;
using shapes::Region;
using shapes::Ring;

class Context {
  public:
    Context() : handle_(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(
            handle_,
            [](const char* text, void* self) { static_cast<Context*>(self)->error_ = text; }, this);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { GEOS_finish_r(handle_); }

    GEOSContextHandle_t get() const { return handle_; }
    GEOSGeometry* checked(GEOSGeometry* geometry) const {
        if (geometry == nullptr) {
            throw std::runtime_error(error_.empty() ? "GEOS failed" : error_);
        }
        return geometry;
    }

  private:
    GEOSContextHandle_t handle_;
    std::string error_;
};

GEOSGeometry* to_ring(const Context& c, Ring ring) {
    // Position is a pair of doubles, as GEOS wants its buffer.
    static_assert(sizeof(Position) == 2 * sizeof(double));
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
        c.get(), &ring.front().lon, static_cast<unsigned>(ring.size()), 0, 0);
    return c.checked(GEOSGeom_createLinearRing_r(c.get(), sequence));
}

GEOSGeometry* to_geos(const Context& c, const Region& region) {
    std::vector<GEOSGeometry*> polygons;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        std::vector<GEOSGeometry*> holes;
        for (std::size_t r = first + 1; r < last; ++r) {
            holes.push_back(to_ring(c, region.ring(r)));
        }
        polygons.push_back(GEOSGeom_createPolygon_r(c.get(), to_ring(c, region.ring(first)),
                                                    holes.data(),
                                                    static_cast<unsigned>(holes.size())));
    }
    return c.checked(GEOSGeom_createCollection_r(c.get(), GEOS_MULTIPOLYGON, polygons.data(),
                                                 static_cast<unsigned>(polygons.size())));
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

void append(const Context& c, const GEOSGeometry* geometry, Region& out) {
    if (GEOSisEmpty_r(c.get(), geometry) == 1) {
        return;
    }
    const int type = GEOSGeomTypeId_r(c.get(), geometry);
    if (type == GEOS_POLYGON) {
        out.add_polygon();
        append_ring(c, GEOSGetExteriorRing_r(c.get(), geometry), out);
        for (int i = 0; i < GEOSGetNumInteriorRings_r(c.get(), geometry); ++i) {
            append_ring(c, GEOSGetInteriorRingN_r(c.get(), geometry, i), out);
        }
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(c.get(), geometry); ++i) {
            append(c, GEOSGetGeometryN_r(c.get(), geometry, i), out);
        }
    }
}

/// Owns its geometries for the life of a measurement.
class GeosOp : public Op {
  public:
    ~GeosOp() override {
        for (GEOSGeometry* geometry : {a_, b_, result_}) {
            if (geometry != nullptr) {
                GEOSGeom_destroy_r(context_.get(), geometry);
            }
        }
    }

    double planar_area() override {
        double area = 0;
        GEOSArea_r(context_.get(), result_, &area);
        return area;
    }

  protected:
    void keep(GEOSGeometry* result) {
        if (result_ != nullptr) {
            GEOSGeom_destroy_r(context_.get(), result_);
        }
        result_ = context_.checked(result);
    }

    double result_km2() const {
        Region region;
        append(context_, result_, region);
        return area_km2(region);
    }

    Context context_;
    GEOSGeometry* a_ = nullptr;
    GEOSGeometry* b_ = nullptr;
    GEOSGeometry* result_ = nullptr;
};

class GeosDifference : public GeosOp {
  public:
    GeosDifference(const Region& before, const Region& after) {
        a_ = to_geos(context_, before);
        b_ = to_geos(context_, after);
    }

    void run() override { keep(GEOSDifference_r(context_.get(), a_, b_)); }

    std::optional<Change> change() override {
        keep(GEOSDifference_r(context_.get(), a_, b_));
        const double lost = result_km2();
        keep(GEOSDifference_r(context_.get(), b_, a_));
        return Change{lost, result_km2()};
    }
};

class GeosUnite : public GeosOp {
  public:
    explicit GeosUnite(const Region& drawn) { a_ = to_geos(context_, drawn); }
    void run() override { keep(GEOSUnaryUnion_r(context_.get(), a_)); }
};

} // namespace

std::unique_ptr<Op> geos_difference(const Region& before, const Region& after) {
    return std::make_unique<GeosDifference>(before, after);
}

std::unique_ptr<Op> geos_unite(const Region& drawn) {
    return std::make_unique<GeosUnite>(drawn);
}

} // namespace bench
