// SPDX-License-Identifier: MIT
#include "shapes/area/area_form.hpp"

#include "shapes/units/angle.hpp"
#include "shapes/units/wgs84.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace shapes {
namespace {

using wgs84::kEccentricity2;
using wgs84::kSemiMinorAxis_m;

constexpr int kMaxNodes = AreaForm::kMaxDegree - 1;

/// D / b² per radian² at origin + t degrees: Snyder (1987), "Map Projections: A Working Manual",
/// USGS PP 1395, p. 16-17. By the distance from the nearer pole, which near a pole keeps the digits
/// that the latitude loses.
double density(double origin_lat, double t) {
    const double from_pole = origin_lat >= 0 ? (90 - origin_lat) - t : (90 + origin_lat) + t;
    const double cos_lat = std::sin(from_pole * kRadiansPerDegree);
    const double sin_lat = std::cos(from_pole * kRadiansPerDegree);
    const double w = 1 - kEccentricity2 * sin_lat * sin_lat;
    return cos_lat / (w * w);
}

/// Bound on the error of interpolating the density at n Chebyshev nodes over ± half_width
/// (radians): half_width^n / (2^(n−1) n!) · max |D⁽ⁿ⁾|. D is a sum of c_j cos((2j + 1)φ) with |c_0|
/// < 1.003, |c_1| < 0.0051, |c_2| < 1.8e-5 and the rest falling by another e²/2 a step (the Fourier
/// coefficients of D for the WGS84 e²), which bounds every derivative.
class InterpolationBound {
  public:
    explicit InterpolationBound(double half_width) : half_width_(half_width) {}

    /// The bound for one node more than before; the first call is for one.
    double next() {
        ++n_;
        double bound = 0;
        for (std::size_t j = 0; j < term_.size(); ++j) {
            term_[j] *= static_cast<double>(2 * j + 1) * half_width_ / (2 * n_);
            bound += term_[j];
        }
        return bound;
    }

  private:
    double half_width_;
    int n_ = 0;
    std::array<double, 5> term_{2 * 1.003, 2 * 5.1e-3, 2 * 1.8e-5, 2 * 7e-8, 2 * 3e-10};
};

/// How many nodes keep the error below what is allowed.
int nodes_for(double half_width, double allowed) {
    InterpolationBound bound(half_width);
    int n = 1;
    while (bound.next() > allowed && n < kMaxNodes) {
        ++n;
    }
    return n;
}

/// The cosines of all multiples of π / 2n: all angles that n Chebyshev nodes need.
class Cosines {
  public:
    explicit Cosines(int n) : n_(n) {
        for (int i = 0; i <= n; ++i) {
            const double c = std::cos(i * std::numbers::pi / (2 * n));
            at(i) = c;
            at(2 * n - i) = -c;
            at(2 * n + i) = -c;
            at((4 * n - i) % (4 * n)) = c;
        }
        at(n) = at(3 * n) = 0;
    }
    /// cos(i π / 2n), 0 ≤ i < 4n.
    double operator()(int i) const { return cosine_[static_cast<std::size_t>(i)]; }
    /// Angles repeat after so many.
    int period() const { return 4 * n_; }

  private:
    double& at(int i) { return cosine_[static_cast<std::size_t>(i)]; }
    int n_;
    std::array<double, std::size_t{4} * kMaxNodes> cosine_{};
};

/// Monomial coefficients, by power of t in [−1, 1], of the polynomial through values at the n
/// Chebyshev nodes cos((2i + 1)π / 2n).
using Coefficients = std::array<double, kMaxNodes>;
Coefficients interpolate(const Coefficients& values, int n, const Cosines& cosine) {
    Coefficients result{}, previous{}, current{}; // T_{k−1} and T_k by powers
    current[0] = 1;
    for (int k = 0; k < n; ++k) {
        double chebyshev = 0;
        for (int i = 0, angle = k; i < n; ++i) { // angle = k(2i + 1), modulo the period
            chebyshev += values[static_cast<std::size_t>(i)] * cosine(angle);
            angle += 2 * k;
            angle -= angle >= cosine.period() ? cosine.period() : 0;
        }
        chebyshev *= (k == 0 ? 1.0 : 2.0) / n;
        Coefficients next{};
        for (int p = 0; p < n; ++p) {
            const auto q = static_cast<std::size_t>(p);
            result[q] += chebyshev * current[q];
            if (p + 1 < n) {
                next[q + 1] += (k == 0 ? 1 : 2) * current[q];
            }
            next[q] -= k == 0 ? 0 : previous[q];
        }
        previous = current;
        current = next;
    }
    return result;
}

} // namespace

AreaForm authalic_form(double south, double north) {
    AreaForm form;
    form.origin_lat = south + (north - south) / 2;
    form.unit = kSemiMinorAxis_m * kSemiMinorAxis_m * kRadiansPerDegree * kRadiansPerDegree;

    const double half_width = std::max({north - form.origin_lat, form.origin_lat - south, 1e-9});
    const double half_width_rad = half_width * kRadiansPerDegree;
    // The largest density is met nearest the equator.
    const double nearest = std::clamp(0.0, south, north);
    const double allowed = kDensityTolerance * std::max(density(nearest, 0.0), 1e-300);
    const int n = nodes_for(half_width_rad, allowed);
    const Cosines cosine(n);
    Coefficients values{};
    for (int i = 0; i < n; ++i) {
        values[static_cast<std::size_t>(i)] =
            density(form.origin_lat, half_width * cosine(2 * i + 1));
    }
    const Coefficients d = interpolate(values, n, cosine);
    form.degree = n + 1;
    double power = 1; // half_width^k
    for (int k = 0; k < n; ++k) {
        form.coefficient[static_cast<std::size_t>(k + 2)] =
            d[static_cast<std::size_t>(k)] / (power * (k + 1) * (k + 2));
        power *= half_width;
    }
    return form;
}

AreaForm planar_form(double south, double north) {
    AreaForm form;
    form.origin_lat = south + (north - south) / 2;
    form.degree = 2;
    form.coefficient[2] = 0.5;
    return form;
}

double AreaForm::edge(double lon1, double lat1, double lon2, double lat2) const {
    const double t1 = lat1 - origin_lat;
    const double t2 = lat2 - origin_lat;
    // Synthetic division of G by (t − t1), evaluated at t2.
    double quotient = coefficient[static_cast<std::size_t>(degree)];
    double mean = quotient;
    for (int k = degree - 1; k >= 1; --k) {
        quotient = coefficient[static_cast<std::size_t>(k)] + t1 * quotient;
        mean = quotient + t2 * mean;
    }
    return (lon1 - lon2) * mean;
}

} // namespace shapes
