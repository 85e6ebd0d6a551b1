// SPDX-License-Identifier: MIT
#include "shapes/io/settle_positions.hpp"

#include "shapes/predicates/orientation.hpp"
#include "shapes/units/angle.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace shapes::io {
namespace {

constexpr double kRoundingSlack_deg = 1e-9;

/// A turn more or less is left to split_at_antimeridian, which cuts at ±180.
constexpr double kWithinReach = kHalfTurn + kTurn;

double latitude(double lat) {
    const bool just_beyond = std::abs(lat) > kPole && std::abs(lat) <= kPole + kRoundingSlack_deg;
    return just_beyond ? std::copysign(kPole, lat) : lat;
}

/// Beyond it a number is no longitude that was counted on, but a length in metres.
constexpr double kFarthest = 1000.0;

double exact(double coordinate) {
    return std::abs(coordinate) < kLeastCoordinate ? 0.0 : coordinate;
}

/// Whole turns, in degrees, by which a polygon is to be moved.
double turns_away(const Region& region, Region::RingRange rings) {
    double west = std::numeric_limits<double>::infinity();
    double farthest = 0.0;
    for (std::size_t r = rings.first; r < rings.last; ++r) {
        for (const Position p : region.ring(r)) {
            west = std::min(west, p.lon);
            farthest = std::max(farthest, std::abs(p.lon));
        }
    }
    const bool is_away = farthest > kWithinReach && farthest <= kFarthest;
    return is_away ? -kTurn * std::floor((west + kHalfTurn) / kTurn) : 0.0;
}

Region settled(const Region& region) {
    Region out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        const Region::RingRange rings = region.polygon(p);
        const double shift = turns_away(region, rings);
        out.add_polygon();
        for (std::size_t r = rings.first; r < rings.last; ++r) {
            out.add_ring();
            for (const Position position : region.ring(r)) {
                out.add({exact(position.lon + shift), exact(latitude(position.lat))});
            }
        }
    }
    return out;
}

bool is_settled(Position p) {
    return std::abs(p.lon) <= kWithinReach && latitude(p.lat) == p.lat && exact(p.lon) == p.lon &&
           exact(p.lat) == p.lat;
}

} // namespace

void settle_positions(FeatureCollection& collection) {
    for (Feature& feature : collection.features) {
        if (!std::ranges::all_of(feature.region.positions(), is_settled)) {
            feature.region = settled(feature.region);
        }
    }
}

} // namespace shapes::io
