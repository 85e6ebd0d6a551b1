// SPDX-License-Identifier: MIT
#include "shapes/projection/unwrap.hpp"

#include <cmath>
#include <vector>

namespace shapes::projection {
namespace {

/// The longitude of the same meridian that is nearest to `reference`.
double nearest(double lon, double reference) {
    const double shift = 360.0 * std::round((reference - lon) / 360.0);
    return std::isfinite(shift) ? lon + shift : lon;
}

void add_unwrapped(Ring ring, Region& out) {
    out.add_ring();
    double previous = ring.front().lon;
    double latitudes = 0;
    for (const Position p : ring) {
        previous = nearest(p.lon, previous);
        latitudes += p.lat;
        out.add({previous, p.lat});
    }
    if (std::abs(previous - ring.front().lon) > 180.0) {
        const double pole = latitudes < 0 ? -90.0 : 90.0;
        out.add({previous, pole});
        out.add({ring.front().lon, pole});
    }
    out.close_ring();
}

} // namespace

Region unwrapped(const Region& region) {
    Region out;
    out.reserve(region.position_count());
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        out.add_polygon();
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            add_unwrapped(region.ring(r), out);
        }
    }
    return out;
}

} // namespace shapes::projection
