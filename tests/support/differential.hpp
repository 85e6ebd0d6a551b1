// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <string>

namespace differential {

/// GEOS repairs a shell that crosses itself by rules of its own, so it can be given the drawings
/// only where none does.
enum class GeosTakes { drawings, validated };

/// Validates both drawings, then compares lost and gained of ours, areas and regions, with CGAL's
/// exact sets and with GEOS: each within 1e-12 of the larger region. `name` stands in messages.
void compare_with_cgal_and_geos(const std::string& name, const shapes::Region& before,
                                const shapes::Region& after,
                                GeosTakes geos_takes = GeosTakes::drawings);

} // namespace differential
