// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

namespace shapes::io {

/// Throws ReadError where a position is not finite, before it is given to anything else.
void check_finite(const FeatureCollection& collection);

/// Throws ReadError where a position is not finite (it has no place in its CRS), beyond
/// ±`kMaxLongitude` or beyond ±90: with its feature, ring and position, and what is likely wrong
/// (metres, swapped axes).
void check_positions(const FeatureCollection& collection);

} // namespace shapes::io
