// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"

namespace shapes::io {

/// Brings drawn regions into longitudes -180 … 180, so that maps of either convention (0 … 360,
/// beyond ±180) can be compared: what lies beyond is cut off at ±180 and moved by 360 degrees
/// (RFC 7946 §3.1.9). A ring is cut as a closed chain, which keeps the winding number of every
/// place, so that a drawing that crosses itself means the same afterwards.
///
/// Each region that was cut, and each edge that jumps by more than 180 degrees (a ring drawn across
/// the antimeridian without saying so; measured as it stands), is listed as crosses_antimeridian.
void split_at_antimeridian(FeatureCollection& collection);

} // namespace shapes::io
