// SPDX-License-Identifier: MIT
#include "shapes/edges/oriented_box.hpp"

#include <algorithm>
#include <cmath>

namespace shapes::edges {
namespace {

double dot(Position a, Position b) {
    return a.lon * b.lon + a.lat * b.lat;
}

Position left_of(Position along) {
    return {-along.lat, along.lon};
}

/// Half of what the box covers of an axis.
double reach(const OrientedBox& box, Position axis) {
    return box.half_length * std::abs(dot(box.along, axis)) +
           box.half_width * std::abs(dot(left_of(box.along), axis));
}

bool apart_along(Position axis, const OrientedBox& a, const OrientedBox& b, double margin) {
    const Position between{b.centre.lon - a.centre.lon, b.centre.lat - a.centre.lat};
    return std::abs(dot(between, axis)) > reach(a, axis) + reach(b, axis) + margin;
}

} // namespace

OrientedBox oriented_box(std::span<const Position> positions) {
    const Position origin = positions[0];
    double east = 0;
    double north = 0;
    double ee = 0;
    double nn = 0;
    double en = 0;
    for (const Position p : positions) {
        const double e = p.lon - origin.lon;
        const double n = p.lat - origin.lat;
        east += e;
        north += n;
        ee += e * e;
        nn += n * n;
        en += e * n;
    }
    const double count = static_cast<double>(positions.size());
    const double spread = (ee - nn) - (east * east - north * north) / count;
    const double skew = 2 * (en - east * north / count);
    const double angle = std::atan2(skew, spread) / 2; // of the larger principal axis
    OrientedBox box;
    box.along = {std::cos(angle), std::sin(angle)};
    const Position across = left_of(box.along);
    double low_along = 0;
    double high_along = 0;
    double low_across = 0;
    double high_across = 0;
    for (const Position p : positions) {
        const Position d{p.lon - origin.lon, p.lat - origin.lat};
        low_along = std::min(low_along, dot(d, box.along));
        high_along = std::max(high_along, dot(d, box.along));
        low_across = std::min(low_across, dot(d, across));
        high_across = std::max(high_across, dot(d, across));
    }
    const double middle_along = (low_along + high_along) / 2;
    const double middle_across = (low_across + high_across) / 2;
    box.centre = {origin.lon + middle_along * box.along.lon + middle_across * across.lon,
                  origin.lat + middle_along * box.along.lat + middle_across * across.lat};
    box.half_length = (high_along - low_along) / 2;
    box.half_width = (high_across - low_across) / 2;
    return box;
}

bool certainly_apart(const OrientedBox& a, const OrientedBox& b) {
    const double size = a.half_length + a.half_width + b.half_length + b.half_width;
    const double far = std::abs(a.centre.lon) + std::abs(a.centre.lat) + std::abs(b.centre.lon) +
                       std::abs(b.centre.lat);
    const double margin = 1e-9 * size + 1e-13 * far;
    return apart_along(left_of(a.along), a, b, margin) ||
           apart_along(left_of(b.along), a, b, margin) || apart_along(a.along, a, b, margin) ||
           apart_along(b.along, a, b, margin);
}

} // namespace shapes::edges
