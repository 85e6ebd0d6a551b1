// SPDX-License-Identifier: MIT
#include "tests/support/densify.hpp"

#include "tests/support/random.hpp"

#include <cmath>
#include <utility>

namespace support {
namespace {

using shapes::Position;
using shapes::Region;

/// Sideways displacement of a midpoint, as a part of the edge's length. The displacements of all
/// levels add up to less than a quarter of it, so refined neighbours seldom cross.
constexpr double kRoughness = 0.12;

/// Below 2⁻³⁰ of the first edge no split is asked for by any use of this.
constexpr int kMostLevels = 30;

std::uint64_t hash(Position p) {
    return mix(mix(std::bit_cast<std::uint64_t>(p.lon)) + std::bit_cast<std::uint64_t>(p.lat));
}

/// The same for p–q and q–p, so that a shared edge gets one midpoint whichever way it runs.
Position displaced_midpoint(Position p, Position q, std::uint64_t key) {
    if (q.lon < p.lon || (q.lon == p.lon && q.lat < p.lat)) {
        std::swap(p, q);
    }
    const double side =
        kRoughness * (2 * unit_interval(mix(hash(p) ^ mix(hash(q) ^ mix(key)))) - 1);
    return {p.lon + 0.5 * (q.lon - p.lon) - side * (q.lat - p.lat),
            p.lat + 0.5 * (q.lat - p.lat) + side * (q.lon - p.lon)};
}

struct Refiner {
    double longest;
    std::uint64_t key;
    Region& out;

    /// Adds what lies between p and q.
    void between(Position p, Position q, int level) {
        if (level == 0 || std::hypot(q.lon - p.lon, q.lat - p.lat) <= longest) {
            return;
        }
        const Position m = displaced_midpoint(p, q, key);
        between(p, m, level - 1);
        out.add(m);
        between(m, q, level - 1);
    }
};

} // namespace

Region densified(const Region& region, double longest, std::uint64_t key) {
    Region out;
    Refiner refiner{longest, key, out};
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        out.add_polygon();
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            const shapes::Ring ring = region.ring(r);
            out.add_ring();
            for (std::size_t i = 0; i < ring.size(); ++i) {
                out.add(ring[i]);
                if (i + 1 < ring.size()) {
                    refiner.between(ring[i], ring[i + 1], kMostLevels);
                }
            }
        }
    }
    return out;
}

double edge_length_for(const Region& region, std::size_t vertices, std::uint64_t key) {
    double low = 1e-9;
    double high = 360.0;
    for (int step = 0; step < 40; ++step) {
        const double middle = std::sqrt(low * high);
        // Far too fine a split would fill the memory before it could be judged.
        double length = 0;
        for (std::size_t r = 0; r < region.ring_count(); ++r) {
            const shapes::Ring ring = region.ring(r);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                length += std::hypot(ring[i + 1].lon - ring[i].lon, ring[i + 1].lat - ring[i].lat);
            }
        }
        const bool hopeless = length / middle > 8 * static_cast<double>(vertices);
        const std::size_t count =
            hopeless ? 8 * vertices : densified(region, middle, key).edge_count();
        if (count * 100 < vertices * 101 && vertices * 99 < count * 100) {
            return middle;
        }
        (count > vertices ? low : high) = middle;
    }
    return std::sqrt(low * high);
}

} // namespace support
