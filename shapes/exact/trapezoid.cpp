// SPDX-License-Identifier: MIT
#include "shapes/exact/trapezoid.hpp"

#include "shapes/units/wgs84.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace shapes::exact {
namespace {

constexpr Real kDegree = std::numbers::pi_v<Real> / 180;

/// A node of a Gauss–Legendre rule on [−1, 1] above 0, and its weight (Abramowitz & Stegun 1964,
/// table 25.4).
struct Node {
    Real x;
    Real weight;
};

/// Off by h⁹(4!)⁴/(9(8!)³)·f⁽⁸⁾, below 1e-24 f⁽⁸⁾ over a degree, h = π/180.
constexpr std::array<Node, 2> kFourNodes{{
    {0.339981043584856264802665759103245L, 0.652145154862546142626936050778001L},
    {0.861136311594052575223946488892809L, 0.347854845137453857373063949221999L},
}};
/// Off by h²¹(10!)⁴/(21(20!)³)·f⁽²⁰⁾, below 1e-31 f⁽²⁰⁾ over 45 degrees.
constexpr std::array<Node, 5> kTenNodes{{
    {0.148874338981631210884826001129720L, 0.295524224714752870173892994651338L},
    {0.433395394129247190799265943165784L, 0.269266719309996355091226921569469L},
    {0.679409568299024406234327365114874L, 0.219086362515982043995534934228163L},
    {0.865063366688984510732096688423493L, 0.149451349150580593145863396957658L},
    {0.973906528517171720077964012084452L, 0.066671344308688137593568809893332L},
}};

/// A rule, and the equal parts of [0, 1] that it is applied to one by one.
struct Rule {
    std::span<const Node> nodes;
    int parts;
};

Rule rule_for(Real span_degrees) {
    if (span_degrees < 1) {
        return {kFourNodes, 1};
    }
    return {kTenNodes, 1 + static_cast<int>(span_degrees / 45)};
}

/// The mean of f over [0, 1].
template<class F>
Real mean(const Rule& rule, const F& f) {
    Real sum = 0;
    for (int part = 0; part < rule.parts; ++part) {
        for (const Node& node : rule.nodes) {
            sum += node.weight * (f((part + (1 - node.x) / 2) / rule.parts) +
                                  f((part + (1 + node.x) / 2) / rule.parts));
        }
    }
    return sum / 2 / rule.parts;
}

/// m² of a square degree at a latitude: both radii of curvature and cos φ.
Real square_degree_m2(Real latitude_degrees) {
    constexpr auto a = static_cast<Real>(wgs84::kSemiMajorAxis_m);
    constexpr Real f = 1 / 298.257223563L;
    constexpr Real e2 = f * (2 - f);
    const Real sine = std::sin(latitude_degrees * kDegree);
    const Real w = 1 - e2 * sine * sine;
    return a * a * (1 - e2) * std::cos(latitude_degrees * kDegree) / (w * w) * kDegree * kDegree;
}

/// How far the upper line is above the lower one at a bound.
Real height(const Line& lower, const Line& upper, const Bound& at) {
    const Rational x = at.exact();
    return to_real(upper.latitude(x) - lower.latitude(x));
}

/// Rounded; only the density there depends on it.
Real latitude(const Line& line, const Bound& at) {
    const auto x = static_cast<Real>(line.west.lon);
    const auto y = static_cast<Real>(line.west.lat);
    const Real rise = static_cast<Real>(line.east.lat) - y;
    const Real run = static_cast<Real>(line.east.lon) - x;
    return y + rise * ((at.rounded - x) / run);
}

Real width(const Bound& west, const Bound& east) {
    return west.crossed || east.crossed ? to_real(east.exact() - west.exact())
                                        : east.rounded - west.rounded;
}

} // namespace

Real trapezoid_m2(const Line& lower, const Line& upper, const Bound& west, const Bound& east) {
    const Real base1 = latitude(lower, west);
    const Real base2 = latitude(lower, east);
    const Real height1 = height(lower, upper, west);
    const Real height2 = height(lower, upper, east);
    const Rule rule = rule_for(std::abs(base2 - base1) + std::max(height1, height2));
    const auto strip = [&](Real t) {
        const Real base = base1 + t * (base2 - base1);
        const Real tall = height1 + t * (height2 - height1);
        return tall * mean(rule, [&](Real u) { return square_degree_m2(base + u * tall); });
    };
    return width(west, east) * mean(rule, strip);
}

} // namespace shapes::exact
