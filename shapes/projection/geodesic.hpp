// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/position.hpp"

namespace shapes::projection {

/// Area in m² on WGS84 between the geodesic from p to q and the equator, positive where it runs
/// east in the north: S12 of C. F. F. Karney (2013), "Algorithms for geodesics", J. Geod. 87,
/// 43-55, doi:10.1007/s00190-012-0578-z, as PROJ's geodesic.h has it (error some 0.1 m²).
///
/// Longitudes count modulo 360: the geodesic goes the shorter way. Throws std::runtime_error where
/// the module with PROJ is missing.
double area_under_geodesic(Position p, Position q);

} // namespace shapes::projection
