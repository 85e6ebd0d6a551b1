// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/io/feature_collection.hpp"
#include "shapes/io/read.hpp"

namespace shapes::io {

/// Brings drawn regions into longitudes -180 … 180, so that maps of either convention (0 … 360,
/// beyond ±180) can be compared: what lies beyond is cut off at ±180 and moved by 360 degrees
/// (RFC 7946 §3.1.9). A ring is cut as a closed chain, which keeps the winding number of every
/// place, so that a drawing that crosses itself means the same afterwards.
///
/// Each region that was cut is listed as crosses_antimeridian.
void split_at_antimeridian(FeatureCollection& collection);

/// Edges that span more than 180 degrees of longitude, but not a whole turn: led the short way
/// (past ±180, for `split_at_antimeridian` to cut), refused with a ReadError that names the first,
/// or left as they are, each ring listed as long_edge and the file warned of once.
void settle_long_edges(FeatureCollection& collection, LongEdges how);

} // namespace shapes::io
