// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/modules/open_module.hpp"
#include "shapes/projection/projection.hpp"
#include "shapes/types/position.hpp"

#include <span>
#include <string>

namespace shapes::projection {

/// What the module with PROJ offers. No function throws.
struct ProjModule {
    Projected (*to_lon_lat)(std::span<Position> positions, const std::string& crs, AxisOrder order);
    std::string (*version)();
    double (*area_under_geodesic)(Position p, Position q); ///< see geodesic.hpp
};

inline constexpr ModuleInterface kProjInterface{2, sizeof(ProjModule)};

/// The module, opened at first use. Throws std::runtime_error where it is missing.
const ProjModule& proj_module();

} // namespace shapes::projection
