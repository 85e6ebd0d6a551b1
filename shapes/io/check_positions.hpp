// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

namespace shapes::io {

/// Throws ReadError where a position is not finite, beyond ±`kMaxLongitude` or beyond ±90: with its
/// feature, ring and position, and what is likely wrong (metres, swapped axes).
void check_positions(const FeatureCollection& collection);

} // namespace shapes::io
