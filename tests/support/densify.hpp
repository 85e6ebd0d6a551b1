// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <cstddef>
#include <cstdint>

namespace support {

/// Splits every edge longer than `longest` (degrees) at a displaced midpoint, again and again, as a
/// coastline is drawn from a coarse one. The displacement is a hash of the edge's two end points
/// (either way round) and `key`: edges that two regions share stay shared under the same key and
/// have nothing but their original vertices in common under different keys.
shapes::Region densified(const shapes::Region& region, double longest, std::uint64_t key);

/// The `longest` with which `densified` yields about `vertices` (within 1 %, or as near as it
/// goes).
double edge_length_for(const shapes::Region& region, std::size_t vertices, std::uint64_t key);

} // namespace support
