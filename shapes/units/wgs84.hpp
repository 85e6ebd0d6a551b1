// SPDX-License-Identifier: MIT
#pragma once

/// The ellipsoid of WGS84: NIMA TR8350.2, third edition, table 3.1. Everything of the project that
/// measures on it has it from here. Tests state it anew, so that they would notice.
namespace shapes::wgs84 {

inline constexpr double kSemiMajorAxis_m = 6378137.0;
inline constexpr double kFlattening = 1 / 298.257223563;
inline constexpr double kEccentricity2 = kFlattening * (2 - kFlattening);
inline constexpr double kSemiMinorAxis_m = kSemiMajorAxis_m * (1 - kFlattening);

} // namespace shapes::wgs84
