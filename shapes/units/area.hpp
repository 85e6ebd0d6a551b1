// SPDX-License-Identifier: MIT
#pragma once

#include <compare>

namespace shapes {

/// An area. Square metres inside; read and made through units by name, so that no bare double
/// crosses a room with its unit in somebody's head. May be negative (a net change).
class Area {
  public:
    constexpr Area() = default;
    static constexpr Area from_m2(double m2) { return Area(m2); }
    static constexpr Area from_km2(double km2) { return Area(km2 * kM2PerKm2); }

    constexpr double m2() const { return m2_; }
    constexpr double km2() const { return m2_ / kM2PerKm2; }

    constexpr Area& operator+=(Area other) {
        m2_ += other.m2_;
        return *this;
    }
    friend constexpr Area operator+(Area a, Area b) { return Area(a.m2_ + b.m2_); }
    friend constexpr Area operator-(Area a, Area b) { return Area(a.m2_ - b.m2_); }
    friend constexpr Area operator-(Area a) { return Area(-a.m2_); }
    friend constexpr Area operator*(double factor, Area a) { return Area(factor * a.m2_); }
    friend constexpr auto operator<=>(Area, Area) = default;

    static constexpr double kM2PerKm2 = 1e6;

  private:
    explicit constexpr Area(double m2) : m2_(m2) {}
    double m2_ = 0.0;
};

} // namespace shapes
