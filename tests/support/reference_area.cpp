// SPDX-License-Identifier: MIT
#include "tests/support/reference_area.hpp"

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

/// Mean of `strip` between two latitudes: Gauss–Legendre, Abramowitz & Stegun table 25.4, n = 10.
Real mean_strip(Real low, Real high) {
    constexpr Real x[] = {
        0.148874338981631210884826001129720L, 0.433395394129247190799265943165784L,
        0.679409568299024406234327365114874L, 0.865063366688984510732096688423493L,
        0.973906528517171720077964012084452L};
    constexpr Real w[] = {
        0.295524224714752870173892994651338L, 0.269266719309996355091226921569469L,
        0.219086362515982043995534934228163L, 0.149451349150580593145863396957658L,
        0.066671344308688137593568809893332L};
    const Real middle = (low + high) / 2;
    const Real half = (high - low) / 2;
    Real sum = 0;
    for (int i = 0; i < 5; ++i) {
        sum += w[i] * (strip(middle - half * x[i]) + strip(middle + half * x[i]));
    }
    return sum / 2;
}

Real edge(shapes::Position p, shapes::Position q) {
    const Real rise = static_cast<Real>(q.lat) - p.lat;
    const Real run = (static_cast<Real>(q.lon) - p.lon) * kDegree;
    const auto pieces = static_cast<int>(std::ceil(std::abs(rise))) + 1;
    Real sum = 0;
    for (int i = 0; i < pieces; ++i) {
        sum += mean_strip(p.lat + rise * i / pieces, p.lat + rise * (i + 1) / pieces);
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

} // namespace support
