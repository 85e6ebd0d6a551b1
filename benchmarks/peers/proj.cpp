// SPDX-License-Identifier: MIT
#include "benchmarks/peers/op.hpp"

#include <geodesic.h>

namespace bench {
namespace {

class ProjArea : public Op {
  public:
    explicit ProjArea(const shapes::Region& region) : region_(region) {
        geod_init(&geodesic_, 6378137.0, 1 / 298.257223563);
    }

    void run() override {
        area_m2_ = 0;
        for (std::size_t r = 0; r < region_.ring_count(); ++r) {
            const shapes::Ring ring = region_.ring(r);
            geod_polygon polygon;
            geod_polygon_init(&polygon, 0);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                geod_polygon_addpoint(&geodesic_, &polygon, ring[i].lat, ring[i].lon);
            }
            double area = 0;
            double perimeter = 0;
            geod_polygon_compute(&geodesic_, &polygon, 0, 1, &area, &perimeter);
            area_m2_ += area;
        }
    }

    double planar_area() override { return area_m2_; }

  private:
    shapes::Region region_;
    geod_geodesic geodesic_{};
    double area_m2_ = 0;
};

} // namespace

std::unique_ptr<Op> proj_area(const shapes::Region& region) {
    return std::make_unique<ProjArea>(region);
}

} // namespace bench
