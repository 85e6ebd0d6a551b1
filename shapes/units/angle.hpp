// SPDX-License-Identifier: MIT
#pragma once

#include <numbers>

namespace shapes {

/// In degrees: a turn of longitude, half a turn (the antimeridian), a pole's latitude.
inline constexpr double kTurn = 360.0;
inline constexpr double kHalfTurn = 180.0;
inline constexpr double kPole = 90.0;

inline constexpr double kRadiansPerDegree = std::numbers::pi / 180;

} // namespace shapes
