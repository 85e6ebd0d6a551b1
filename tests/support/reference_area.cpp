// SPDX-License-Identifier: MIT
#include "tests/support/reference_area.hpp"

#include "tests/support/gauss.hpp"

#include <cmath>
#include <numbers>

namespace support {
namespace {

using Real = long double;

constexpr Real kDegree = std::numbers::pi_v<Real> / 180;

/// ∫₀^φ of the area of a strip of one radian of longitude, m²: b²/2·(sin φ/(1−e² sin² φ) +
/// artanh(e sin φ)/e) (Snyder 1987, USGS PP 1395, eq. 3-12).
Real strip(Real latitude_degrees) {
    constexpr Real a = 6378137.0L;
    constexpr Real f = 1 / 298.257223563L;
    constexpr Real e2 = f * (2 - f);
    const Real e = std::sqrt(e2);
    const Real s = std::sin(latitude_degrees * kDegree);
    return a * a * (1 - e2) / 2 * (s / (1 - e2 * s * s) + std::atanh(e * s) / e);
}

/// Mean of `strip` between two latitudes.
Real mean_strip(Real low, Real high) {
    return gauss_mean(gauss_for(high - low), [&](Real t) { return strip(low + t * (high - low)); });
}

Real edge(shapes::Position p, shapes::Position q) {
    const auto south = static_cast<Real>(p.lat);
    const Real rise = static_cast<Real>(q.lat) - south;
    const Real run = (static_cast<Real>(q.lon) - static_cast<Real>(p.lon)) * kDegree;
    if (run == 0) {
        return 0;
    }
    const int pieces = 1 + static_cast<int>(std::abs(rise) / 10);
    Real sum = 0;
    for (int i = 0; i < pieces; ++i) {
        sum += mean_strip(south + rise * i / pieces, south + rise * (i + 1) / pieces);
    }
    return -run * sum / pieces;
}

} // namespace

double reference_area_m2(const shapes::Region& region) {
    Real sum = 0;
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            sum += edge(ring[i], ring[i + 1]);
        }
    }
    return static_cast<double>(sum);
}

double shells_less_holes_m2(const shapes::Region& region) {
    double sum = 0;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const auto [first, last] = region.polygon(p);
        for (std::size_t r = first; r < last; ++r) {
            shapes::Region ring;
            ring.add_ring();
            for (const shapes::Position at : region.ring(r)) {
                ring.add(at);
            }
            const double m2 = std::abs(reference_area_m2(ring));
            sum += r == first ? m2 : -m2;
        }
    }
    return sum;
}

} // namespace support
