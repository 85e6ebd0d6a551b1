// SPDX-License-Identifier: MIT
#include "tools/page/projection.hpp"

#include "shapes/units/angle.hpp"
#include "shapes/units/wgs84.hpp"

#include <algorithm>
#include <cmath>

namespace page {
namespace {

using shapes::kRadiansPerDegree;
constexpr double kRadius_km = shapes::wgs84::kSemiMajorAxis_m / 1000;

// Snyder, eq. 3-12: the area between the equator and a parallel is proportional to it.
double authalic_q(double sine) {
    const double e2 = shapes::wgs84::kEccentricity2;
    const double e = std::sqrt(e2);
    return (1 - e2) * (sine / (1 - e2 * sine * sine) + std::atanh(e * sine) / e);
}

} // namespace

EqualAreaProjection::EqualAreaProjection(shapes::Position centre)
    : centre_{centre.lon, std::clamp(centre.lat, -85.0, 85.0)} {
    const double sine = std::sin(centre_.lat * kRadiansPerDegree);
    scale_ = std::cos(centre_.lat * kRadiansPerDegree) /
             std::sqrt(1 - shapes::wgs84::kEccentricity2 * sine * sine);
    centre_q_ = authalic_q(sine);
}

PlanePoint EqualAreaProjection::at(shapes::Position p) const {
    const double q = authalic_q(std::sin(p.lat * kRadiansPerDegree));
    return {kRadius_km * scale_ * (p.lon - centre_.lon) * kRadiansPerDegree,
            kRadius_km * (q - centre_q_) / (2 * scale_)};
}

shapes::Position centre_of(const shapes::Box& box) {
    return box.empty() ? shapes::Position{0, 0}
                       : shapes::Position{(box.west + box.east) / 2, (box.south + box.north) / 2};
}

} // namespace page
