// SPDX-License-Identifier: MIT
#include "shapes/area/ellipsoidal_area.hpp"

#include <cmath>
#include <numbers>

namespace shapes {
namespace {

// INTERIM: three-point Gauss with libm; the room's owner replaces it.
double authalic_integrand(double lat_deg) {
    constexpr double a = 6378137.0;
    constexpr double f = 1 / 298.257223563;
    constexpr double e2 = f * (2 - f);
    const double e = std::sqrt(e2);
    const double s = std::sin(lat_deg * std::numbers::pi / 180);
    return a * a * (1 - e2) / 2 * (s / (1 - e2 * s * s) + std::atanh(e * s) / e);
}

} // namespace

Area ring_area(Ring ring, EdgeModel) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Position p = ring[i];
        const Position q = ring[i + 1];
        const double mid = (p.lat + q.lat) / 2;
        const double half = (q.lat - p.lat) / 2;
        const double x = std::sqrt(0.6);
        const double mean = (5 * authalic_integrand(mid - half * x) + 8 * authalic_integrand(mid) +
                             5 * authalic_integrand(mid + half * x)) /
                            18;
        sum -= (q.lon - p.lon) * std::numbers::pi / 180 * mean;
    }
    return Area::from_m2(sum);
}

Area ellipsoidal_area(const ValidRegion& region, EdgeModel edges) {
    Area sum;
    for (std::size_t r = 0; r < region.region().ring_count(); ++r) {
        sum += ring_area(region.region().ring(r), edges);
    }
    return sum;
}

} // namespace shapes
