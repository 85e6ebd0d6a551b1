// SPDX-License-Identifier: MIT
// GEOS, converted as the second opinion converts (shapes/geos).
#include "benchmarks/peers/op.hpp"
#include "shapes/geos/convert.hpp"

#include <geos_c.h>

#include <optional>

namespace bench {
namespace {

using shapes::Region;
using shapes::geos::Context;
using shapes::geos::Geometry;
using shapes::geos::to_multipolygon;

/// Keeps what it was given and its last result for the life of a measurement; what is timed is
/// the operation, not the conversion.
class GeosOp : public Op {
  public:
    double planar_area() override {
        double area = 0;
        GEOSArea_r(context_.get(), result_->get(), &area);
        return area;
    }

  protected:
    void keep(GEOSGeometry* result, const char* what) {
        result_.reset();
        result_.emplace(context_, result, what);
    }
    double result_km2() const { return area_km2(shapes::geos::to_region(context_, *result_)); }

    Context context_;
    std::optional<Geometry> result_;
};

class GeosDifference : public GeosOp {
  public:
    GeosDifference(const Region& before, const Region& after)
        : before_(to_multipolygon(context_, before)), after_(to_multipolygon(context_, after)) {}

    void run() override { subtract(before_, after_); }

    std::optional<Change> change() override {
        subtract(before_, after_);
        const double lost = result_km2();
        subtract(after_, before_);
        return Change{lost, result_km2()};
    }

  private:
    void subtract(const Geometry& from, const Geometry& what) {
        keep(GEOSDifference_r(context_.get(), from.get(), what.get()), "difference");
    }

    Geometry before_;
    Geometry after_;
};

class GeosUnite : public GeosOp {
  public:
    explicit GeosUnite(const Region& drawn) : drawn_(to_multipolygon(context_, drawn)) {}
    void run() override { keep(GEOSUnaryUnion_r(context_.get(), drawn_.get()), "union"); }

  private:
    Geometry drawn_;
};

} // namespace

std::unique_ptr<Op> geos_difference(const Region& before, const Region& after) {
    return std::make_unique<GeosDifference>(before, after);
}

std::unique_ptr<Op> geos_unite(const Region& drawn) {
    return std::make_unique<GeosUnite>(drawn);
}

} // namespace bench
