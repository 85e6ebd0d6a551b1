// SPDX-License-Identifier: MIT
#include "shapes/projection/projection.hpp"

#include "shapes/modules/open_module.hpp"
#include "shapes/projection/crs_text.hpp"
#include "shapes/projection/geodesic.hpp"
#include "shapes/projection/proj_module.hpp"
#include "shapes/projection/unwrap.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

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

Projected to_lon_lat(const std::vector<Region*>& regions, const std::string& crs, AxisOrder order) {
    if (std::string refusal = why_crs_is_refused(crs); !refusal.empty()) {
        return {"", std::move(refusal), false};
    }
    constexpr std::size_t kBatch = std::size_t{1} << 20; // positions held twice meanwhile: 16 MB
    std::vector<Position> batch;
    Projected done;
    for (std::size_t first = 0, last = 0; first < regions.size(); first = last) {
        batch.clear();
        for (; last < regions.size() && (last == first || batch.size() < kBatch); ++last) {
            const auto positions = std::as_const(*regions[last]).positions();
            batch.insert(batch.end(), positions.begin(), positions.end());
        }
        done = proj_module().to_lon_lat(batch, crs, order);
        if (!done.problem.empty()) {
            break;
        }
        auto from = batch.begin();
        for (std::size_t r = first; r < last; ++r) {
            const auto positions = regions[r]->positions();
            std::copy_n(from, positions.size(), positions.begin());
            from += static_cast<std::ptrdiff_t>(positions.size());
            if (done.is_planar) {
                *regions[r] = unwrapped(*regions[r]);
            }
        }
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
