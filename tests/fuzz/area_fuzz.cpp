// SPDX-License-Identifier: MIT
// ring_area under both edge models: finite, and for straight edges the reference's value.
#include "shapes/area/ellipsoidal_area.hpp"
#include "tests/fuzz/drawing.hpp"
#include "tests/support/reference_area.hpp"
#include "tests/support/wkt.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > fuzz::kMostBytes) {
        return -1;
    }
    fuzz::Bytes bytes(data, size);
    const shapes::Region region = fuzz::raw_drawing(bytes);
    double straight = 0;
    double length = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        straight += shapes::ring_area(ring).m2();
        if (!std::isfinite(shapes::ring_area(ring, shapes::EdgeModel::geodesic).m2())) {
            std::fprintf(stderr, "geodesic area is not finite\n");
            std::abort();
        }
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            length += std::abs(ring[i + 1].lon - ring[i].lon);
        }
    }
    // The sum is of terms of up to a quarter of the ellipsoid's area per 180 degrees.
    constexpr double quarter_m2 = 1.28e14;
    // Of coordinates near the least doubles the terms are no longer rounded relative to themselves.
    constexpr double least_m2 = 1e-250;
    const double allowed = 1e-14 * quarter_m2 * length / 180.0 + least_m2;
    const double expected = support::reference_area_m2(region);
    if (!(std::abs(straight - expected) <= allowed)) {
        std::fprintf(stderr, "straight area %.17g m², expected %.17g, allowed %.3g\n%s\n", straight,
                     expected, allowed, support::to_wkt(region).c_str());
        std::abort();
    }
    return 0;
}
