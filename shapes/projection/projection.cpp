// SPDX-License-Identifier: MIT
#include "shapes/projection/projection.hpp"

#include "shapes/modules/open_module.hpp"
#include "shapes/projection/crs_text.hpp"
#include "shapes/projection/geodesic.hpp"
#include "shapes/projection/proj_module.hpp"
#include "shapes/projection/unwrap.hpp"

#include <utility>

namespace shapes::projection {

const ProjModule& proj_module() {
    static const auto* module =
        static_cast<const ProjModule*>(open_module("areaclaim_proj.so", kProjInterface));
    return *module;
}

Projected to_lon_lat(Region& region, const std::string& crs, AxisOrder order) {
    if (std::string refusal = why_crs_is_refused(crs); !refusal.empty()) {
        return {"", std::move(refusal), false};
    }
    Projected done = proj_module().to_lon_lat(region.positions(), crs, order);
    if (done.problem.empty() && done.is_planar) {
        region = unwrapped(region);
    }
    return done;
}

double area_under_geodesic(Position p, Position q) {
    return proj_module().area_under_geodesic(p, q);
}

std::string version() {
    return proj_module().version();
}

} // namespace shapes::projection
