// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/types/region.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace testing {

using EdgePairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// Numbers of all edges of a region, as `Boundary` counts them: by their first position.
inline std::vector<std::uint32_t> edge_numbers(const shapes::Region& region) {
    std::vector<std::uint32_t> numbers;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const std::size_t first = region.ring_starts()[r];
        for (std::size_t i = 0; i + 1 < region.ring(r).size(); ++i) {
            numbers.push_back(static_cast<std::uint32_t>(first + i));
        }
    }
    return numbers;
}

/// Whether the upright boxes of two edges have a point in common, by their doubles.
inline bool boxes_touch(const shapes::Region& a, std::uint32_t i, const shapes::Region& b,
                        std::uint32_t k) {
    const auto p = a.positions(), q = b.positions();
    const auto apart = [](double a0, double a1, double b0, double b1) {
        return std::max(a0, a1) < std::min(b0, b1) || std::max(b0, b1) < std::min(a0, a1);
    };
    return !apart(p[i].lon, p[i + 1].lon, q[k].lon, q[k + 1].lon) &&
           !apart(p[i].lat, p[i + 1].lat, q[k].lat, q[k + 1].lat);
}

/// Rings of some random positions each, in the square around (x, y).
inline shapes::Region random_rings(std::mt19937& random, int rings, int vertices, double x,
                                   double y) {
    std::uniform_real_distribution<double> offset(-1, 1);
    shapes::Region region;
    for (int r = 0; r < rings; ++r) {
        region.add_polygon();
        region.add_ring();
        for (int i = 0; i < vertices; ++i) {
            region.add({x + offset(random), y + offset(random)});
        }
        region.close_ring();
    }
    return region;
}

} // namespace testing
