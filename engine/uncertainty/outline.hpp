// SPDX-License-Identifier: MIT
#pragma once

#include "engine/uncertainty/edge_set.hpp"
#include "shapes/types/region.hpp"
#include "shapes/types/valid_region.hpp"

#include <vector>

namespace engine {

/// The edges of the maps that run along a given outline (a state border, a coast): both ends and
/// the middle within `distance_km` of it. A map-maker generalises the reference he takes a border
/// from, so that its edges are seldom the outline's own; the map's assumed position error is a fair
/// distance. The outline is the rings of a drawn region.
EdgeSet edges_along(const shapes::Region& outline, const std::vector<shapes::ValidRegion>& maps,
                    double distance_km);

} // namespace engine
