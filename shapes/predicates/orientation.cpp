// SPDX-License-Identifier: MIT
#include "shapes/predicates/orientation.hpp"

#include <array>
#include <cmath>
#include <cstddef>

namespace shapes {
namespace {

int sign(double v) {
    return v > 0 ? 1 : v < 0 ? -1 : 0;
}

/// A value as the exact sum of two doubles: `high` is the rounded value, `low` what rounding lost.
struct Exact {
    double high;
    double low;
};

/// a − b without error (Knuth's two-sum: right whatever the magnitudes).
Exact exact_difference(double a, double b) {
    const double high = a - b;
    const double b_virtual = a - high;
    return {high, (a - (high + b_virtual)) + (b_virtual - b)};
}

Exact exact_sum(double a, double b) {
    const double high = a + b;
    const double b_virtual = high - a;
    return {high, (a - (high - b_virtual)) + (b - b_virtual)};
}

Exact exact_product(double a, double b) {
    const double high = a * b;
    return {high, std::fma(a, b, -high)};
}

/// A sum of doubles kept without error as an expansion: components that do not overlap, smallest
/// first, so that the last one that is not zero has the sign of the whole (Shewchuk 1997, §2.4).
class Expansion {
  public:
    void add(double value) {
        for (std::size_t i = 0; i < size_; ++i) {
            const Exact sum = exact_sum(value, component_[i]);
            component_[i] = sum.low;
            value = sum.high;
        }
        component_[size_++] = value;
    }
    void add_product(double a, double b) {
        const Exact product = exact_product(a, b);
        add(product.low);
        add(product.high);
    }
    int sign_of_sum() const {
        for (std::size_t i = size_; i-- > 0;) {
            if (component_[i] != 0) {
                return sign(component_[i]);
            }
        }
        return 0;
    }
    /// The sum rounded: what the smaller components add to the largest is below its last bit.
    double value() const {
        double sum = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            sum += component_[i];
        }
        return sum;
    }

  private:
    static constexpr std::size_t kCapacity = 12; // six products of two components
    std::array<double, kCapacity> component_{};
    std::size_t size_ = 0;
};

/// Sign of l1·l2 − r1·r2 for exact factors. Rounding is monotone, so unequal rounded products are
/// in the order of the exact ones; equal ones leave the decision to what rounding lost.
int compare_products(double l1, double l2, double r1, double r2) {
    const Exact l = exact_product(l1, l2);
    const Exact r = exact_product(r1, r2);
    return l.high != r.high ? sign(l.high - r.high) : sign(l.low - r.low);
}

/// Powers of two scale without rounding; this one keeps the products of tiny coordinates from
/// underflowing, and those of the largest (540) from overflowing.
constexpr double kScale = 0x1p500;

/// The determinant multiplied out (the two cx·cy cancel).
Expansion determinant(double ax, double ay, double bx, double by, double cx, double cy) {
    Expansion det;
    det.add_product(ax, by);
    det.add_product(-ax, cy);
    det.add_product(-cx, by);
    det.add_product(-ay, bx);
    det.add_product(ay, cx);
    det.add_product(cy, bx);
    return det;
}

} // namespace

int orientation_exact(Position a, Position b, Position c) {
    const double ax = a.lon * kScale, ay = a.lat * kScale;
    const double bx = b.lon * kScale, by = b.lat * kScale;
    const double cx = c.lon * kScale, cy = c.lat * kScale;

    const Exact acx = exact_difference(ax, cx), bcy = exact_difference(by, cy);
    const Exact acy = exact_difference(ay, cy), bcx = exact_difference(bx, cx);
    if (acx.low == 0 && bcy.low == 0 && acy.low == 0 && bcx.low == 0) {
        return compare_products(acx.high, bcy.high, acy.high, bcx.high); // usual for near places
    }
    return determinant(ax, ay, bx, by, cx, cy).sign_of_sum();
}

double orientation_value(Position a, Position b, Position c) {
    const double l = (a.lon - c.lon) * (b.lat - c.lat);
    const double r = (a.lat - c.lat) * (b.lon - c.lon);
    if (std::abs(l - r) > 0x1p-10 * (std::abs(l) + std::abs(r))) {
        return l - r; // loses ten bits at most
    }
    constexpr double kScaleBack = 0x1p-1000; // 1 / kScale²
    return kScaleBack * determinant(a.lon * kScale, a.lat * kScale, b.lon * kScale, b.lat * kScale,
                                    c.lon * kScale, c.lat * kScale)
                            .value();
}

int orientation(Position a, Position b, Position c) {
    const double l = (a.lon - c.lon) * (b.lat - c.lat);
    const double r = (a.lat - c.lat) * (b.lon - c.lon);
    const double det = l - r;
    const double magnitude = std::abs(l) + std::abs(r);
    if (std::abs(det) > kOrientationErrorFactor * magnitude + kOrientationUnderflow) {
        return sign(det);
    }
    return orientation_exact(a, b, c);
}

} // namespace shapes
