// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/fill_rule.hpp"
#include "shapes/types/region.hpp"

#include <cstdint>
#include <random>
#include <vector>

namespace testing {

/// Areas in square degrees of two drawn regions by slab decomposition in long double: vertical
/// lines through every vertex and every crossing, windings of every ring counted edge by edge in
/// each slab. Slow, and shares nothing with the kernel but the definition.
struct PlaneAreas {
    long double before = 0;
    long double after = 0;
    long double lost = 0;
    long double gained = 0;
    long double common = 0;
};
PlaneAreas brute_force_areas(const shapes::Region& before, const shapes::Region& after,
                             shapes::FillRule fill);

/// How random drawings are made. A small grid gives every degeneracy at once: repeated vertices,
/// spikes, shared edges, vertices on edges, crossings at vertices.
struct RandomDrawing {
    int polygons = 3;
    int holes = 2;    ///< at most, per polygon
    int vertices = 6; ///< at most, per ring; 3 at least
    int grid = 5;     ///< coordinates are 0 … grid, then scaled and moved
    double scale = 1.0;
    double origin = 0.0;
};
shapes::Region random_drawing(std::mt19937& random, const RandomDrawing& how);

/// Shells and holes of plain numbers: {{shell, hole…}, {shell…}}, each ring x, y, x, y, …
shapes::Region region_of(const std::vector<std::vector<std::vector<double>>>& polygons);

} // namespace testing
