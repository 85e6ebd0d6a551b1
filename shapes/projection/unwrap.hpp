// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

namespace shapes::projection {

/// Rings that were closed in a plane, with longitudes made continuous: where one jumps by more than
/// 180 degrees, the rest is shifted by 360. A ring that comes back 360 degrees from its start goes
/// around a pole, and gets two positions at the pole it is nearer to, so that it is closed again
/// and holds the pole. Infinite positions are left alone.
Region unwrapped(const Region& region);

} // namespace shapes::projection
