// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"
#include "shapes/validity/validate.hpp"

#include <cstdint>
#include <random>

namespace testing {

/// Regions that are valid by construction: W is 0 or 1 everywhere, the interior on the left.

/// A closed ring around a centre, corners at equal angles and random distances 0.5 … 1 times
/// radius.
shapes::Region star(std::uint64_t seed, int corners, double lon, double lat, double radius);

/// The same with every second corner near the centre: long thin radial edges.
shapes::Region spikes(std::uint64_t seed, int corners, double lon, double lat, double radius);

/// A comb in the square [0, 1]², teeth upright or lying, moved by (lon, lat).
shapes::Region comb(int teeth, bool upright, double lon, double lat);

/// A band wound around a centre `turns` times, `corners` corners a turn, half as wide as its pitch.
shapes::Region spiral(int turns, int corners, double lon, double lat, double phase);

/// Every second square of every second row of a grid, such rows shifted by half a square against
/// each other: against a copy moved by halves, corners stand on edges. Sides of `side` degrees.
shapes::Region t_junction_grid(int columns, int rows, double side, double lon, double lat);

/// A random subset of the triangles of a grid of `cells`² squares (cut along either diagonal),
/// boundary edges chained in random order; coordinates are origin + scale · (0 … cells). Two of
/// them on one grid meet in every degenerate way there is.
shapes::Region triangles(std::mt19937_64& random, int cells, double scale, double origin);

/// The same region drawn differently: rings in another order, each started elsewhere.
shapes::Region redrawn(std::mt19937_64& random, const shapes::Region& region);

shapes::ValidRegion vouched(shapes::Region valid_by_construction);

} // namespace testing
