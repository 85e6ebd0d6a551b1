// SPDX-License-Identifier: MIT
#include "tests/support/variants.hpp"

#include "tests/support/generators.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace properties {
namespace {

using shapes::Position;
using shapes::Region;
using shapes::Ring;
using support::Random;

using Polygon = std::vector<std::vector<Position>>;

std::vector<Polygon> polygons_of(const Region& region) {
    std::vector<Polygon> polygons;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        Polygon& polygon = polygons.emplace_back();
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const Ring ring = region.ring(r);
            polygon.emplace_back(ring.begin(), ring.end());
        }
    }
    return polygons;
}

Region region_of(const std::vector<Polygon>& polygons) {
    Region region;
    for (const Polygon& polygon : polygons) {
        region.add_polygon(polygon);
    }
    return region;
}

/// Applies a change to each closed ring.
template<class Change>
Region each_ring(const Region& region, const Change& change) {
    auto polygons = polygons_of(region);
    for (Polygon& polygon : polygons) {
        for (auto& ring : polygon) {
            change(ring);
        }
    }
    return region_of(polygons);
}

Region rotated(const Region& region, Random& random) {
    return each_ring(region, [&](std::vector<Position>& ring) {
        if (ring.size() < 3) {
            return;
        }
        ring.pop_back();
        const auto by = random.below(static_cast<unsigned>(ring.size()));
        std::rotate(ring.begin(), ring.begin() + by, ring.end());
        ring.push_back(ring.front());
    });
}

Region reversed(const Region& region) {
    return each_ring(region,
                     [](std::vector<Position>& ring) { std::reverse(ring.begin(), ring.end()); });
}

Region reordered(const Region& region, Random& random) {
    auto polygons = polygons_of(region);
    for (std::size_t i = polygons.size(); i > 1; --i) {
        std::swap(polygons[i - 1], polygons[random.below(static_cast<unsigned>(i))]);
    }
    return region_of(polygons);
}

Region subdivided(const Region& region, Random& random) {
    return each_ring(region, [&](std::vector<Position>& ring) {
        std::vector<Position> out;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            out.push_back(ring[i]);
            if (i + 1 < ring.size() && random.chance(0.5)) {
                out.push_back({std::midpoint(ring[i].lon, ring[i + 1].lon),
                               std::midpoint(ring[i].lat, ring[i + 1].lat)});
            }
        }
        ring = std::move(out);
    });
}

} // namespace

Variant random_variant(Random& random, const Region& before, const Region& after) {
    constexpr double ulp = 0x1p-44; // of the largest longitude, 540
    switch (random.below(5)) {
    case 0:
        return {"rings begun elsewhere", rotated(before, random), rotated(after, random)};
    case 1:
        return {"rings reversed", reversed(before), reversed(after)};
    case 2:
        return {"polygons reordered", reordered(before, random), reordered(after, random)};
    case 3:
        return {"collinear vertices", subdivided(before, random), subdivided(after, random), ulp};
    default: {
        // Towards the origin, so that no longitude leaves the domain.
        const double by = (before.box().west > 0 ? -1.0 : 1.0) * (1 + random.below(20));
        return {"translated by whole degrees", support::translated(before, by, 0),
                support::translated(after, by, 0), ulp};
    }
    }
}

} // namespace properties
