// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/projection/projection.hpp"
#include "shapes/types/position.hpp"

#include <span>
#include <string>

namespace shapes::projection {

/// What the module with PROJ offers. No function throws.
struct ProjModule {
    struct Outcome {
        Projected projected;
        bool planar = false; ///< the CRS is a map projection, not geographic
    };
    Outcome (*to_lon_lat)(std::span<Position> positions, const std::string& crs, AxisOrder order);
    std::string (*version)();
    /// Area in m² between the geodesic from p to q and the equator, positive where it runs east
    /// in the north (Karney 2013, S12, doi:10.1007/s00190-012-0578-z).
    double (*area_under_geodesic)(Position p, Position q);
};

/// The module, opened at first use. Throws std::runtime_error where it is missing.
const ProjModule& proj_module();

} // namespace shapes::projection
