// SPDX-License-Identifier: MIT
// Boost.Geometry on doubles, Cartesian.
#include "benchmarks/peers/op.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/geometries.hpp>
#include <boost/geometry/geometries/point_xy.hpp>

namespace bench {
namespace {

namespace bg = boost::geometry;
using shapes::Region;
using Point = bg::model::d2::point_xy<double>;
using Polygon = bg::model::polygon<Point, false, true>; // counter-clockwise, closed
using MultiPolygon = bg::model::multi_polygon<Polygon>;

MultiPolygon to_boost(const Region& region) {
    MultiPolygon out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        Polygon& polygon = out.emplace_back();
        polygon.inners().resize(last - first - 1);
        for (std::size_t r = first; r < last; ++r) {
            auto& ring = r == first ? polygon.outer() : polygon.inners()[r - first - 1];
            for (const shapes::Position at : region.ring(r)) {
                ring.emplace_back(at.lon, at.lat);
            }
        }
    }
    return out;
}

Region from_boost(const MultiPolygon& polygons) {
    Region region;
    const auto add = [&](const auto& ring) {
        region.add_ring();
        for (const Point& p : ring) {
            region.add({p.x(), p.y()});
        }
    };
    for (const Polygon& polygon : polygons) {
        region.add_polygon();
        add(polygon.outer());
        for (const auto& hole : polygon.inners()) {
            add(hole);
        }
    }
    return region;
}

class BoostDifference : public Op {
  public:
    BoostDifference(const Region& before, const Region& after)
        : before_(to_boost(before)), after_(to_boost(after)) {}

    void run() override {
        result_.clear();
        bg::difference(before_, after_, result_);
    }

    double planar_area() override { return bg::area(result_); }

    std::optional<Change> change() override {
        run();
        const double lost = area_km2(from_boost(result_));
        result_.clear();
        bg::difference(after_, before_, result_);
        return Change{lost, area_km2(from_boost(result_))};
    }

  private:
    MultiPolygon before_;
    MultiPolygon after_;
    MultiPolygon result_;
};

} // namespace

std::unique_ptr<Op> boost_difference(const Region& before, const Region& after) {
    return std::make_unique<BoostDifference>(before, after);
}

} // namespace bench
