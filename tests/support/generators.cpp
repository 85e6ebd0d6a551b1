// SPDX-License-Identifier: MIT
#include "tests/support/generators.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace support {
namespace {

using shapes::Position;
using shapes::Region;

constexpr double kTurn = 2 * std::numbers::pi;

Position polar(const Frame& frame, double radius, double angle) {
    return {frame.centre.lon + frame.radius * radius * std::cos(angle),
            frame.centre.lat + frame.radius * radius * std::sin(angle)};
}

Region one_polygon(const std::vector<Position>& ring) {
    Region region;
    region.add_polygon(std::vector<std::vector<Position>>{ring});
    return region;
}

std::uint64_t hash(Position p) {
    return mix(mix(std::bit_cast<std::uint64_t>(p.lon)) ^ std::bit_cast<std::uint64_t>(p.lat));
}

double nudged(double x, std::uint64_t bits) {
    switch (bits % 3) {
    case 0:
        return std::nextafter(x, -std::numeric_limits<double>::infinity());
    case 1:
        return std::nextafter(x, std::numeric_limits<double>::infinity());
    default:
        return x;
    }
}

/// A square of one step with its lower left corner at `p`.
void add_square(Region& region, Position p, double step) {
    region.add_polygon();
    region.add_ring();
    region.add(p);
    region.add({p.lon + step, p.lat});
    region.add({p.lon + step, p.lat + step});
    region.add({p.lon, p.lat + step});
    region.close_ring();
}

} // namespace

Region star(std::uint64_t seed, std::size_t vertices, double inner, double phase,
            const Frame& frame) {
    Random random(seed);
    std::vector<Position> ring;
    ring.reserve(vertices);
    for (std::size_t i = 0; i < vertices; ++i) {
        const double angle = phase + kTurn * static_cast<double>(i) / static_cast<double>(vertices);
        ring.push_back(polar(frame, random.between(inner, 1.0), angle));
    }
    return one_polygon(ring);
}

Region spikes(std::uint64_t seed, std::size_t vertices, double phase, const Frame& frame) {
    Random random(seed);
    std::vector<Position> ring;
    ring.reserve(vertices);
    for (std::size_t i = 0; i < vertices; ++i) {
        const double angle = phase + kTurn * static_cast<double>(i) / static_cast<double>(vertices);
        const double radius = i % 2 == 0 ? random.between(0.9, 1.0) : random.between(0.1, 0.2);
        ring.push_back(polar(frame, radius, angle));
    }
    return one_polygon(ring);
}

Region tangle(std::uint64_t seed, std::size_t vertices, const Frame& frame) {
    Random random(seed);
    std::vector<Position> ring;
    ring.reserve(vertices);
    for (std::size_t i = 0; i < vertices; ++i) {
        const double lon = random.between(-1.0, 1.0);
        const double lat = random.between(-1.0, 1.0);
        ring.push_back(
            {frame.centre.lon + frame.radius * lon, frame.centre.lat + frame.radius * lat});
    }
    return one_polygon(ring);
}

Region comb(std::uint64_t seed, std::size_t teeth, bool upright, const Frame& frame) {
    Random random(seed);
    std::vector<Position> ring;
    const double width = 2.0 / static_cast<double>(teeth);
    const auto add = [&](double along, double across) {
        const Position p = upright ? Position{along, across} : Position{across, along};
        ring.push_back(
            {frame.centre.lon + frame.radius * p.lon, frame.centre.lat + frame.radius * p.lat});
    };
    for (std::size_t i = 0; i < teeth; ++i) {
        const double left = -1.0 + width * static_cast<double>(i);
        const auto jitter = [&] { return width * random.between(-0.05, 0.05); };
        add(left + 0.2 * width + jitter(), -1.1);
        add(left + 0.2 * width + jitter(), 1.1);
        add(left + 0.6 * width + jitter(), 1.1);
        add(left + 0.6 * width + jitter(), -1.1);
    }
    add(1.05, -1.15);
    add(-1.05, -1.15);
    return one_polygon(ring);
}

Region spiral(std::size_t turns, std::size_t per_turn, double phase, const Frame& frame) {
    const std::size_t steps = turns * per_turn;
    const auto at = [&](std::size_t i, double widen) {
        const double t = static_cast<double>(i) / static_cast<double>(per_turn);
        const double radius = (t + widen) / static_cast<double>(turns + 1);
        return polar(frame, radius, phase + kTurn * t);
    };
    std::vector<Position> ring;
    ring.reserve(2 * steps);
    for (std::size_t i = 0; i < steps; ++i) {
        ring.push_back(at(i, 0.75));
    }
    for (std::size_t i = steps; i-- > 0;) {
        ring.push_back(at(i, 0.25));
    }
    return one_polygon(ring);
}

Region squares(std::size_t side, bool between, double step, Position corner) {
    Region region;
    for (std::size_t i = 0; i < side; ++i) {
        for (std::size_t j = 0; j < side; ++j) {
            const double column = 2 * static_cast<double>(i) + (between ? 1.0 : 0.0);
            const double row = 2 * static_cast<double>(j) + (between ? 0.5 : 0.0);
            add_square(region, {corner.lon + step * column, corner.lat + step * row}, step);
        }
    }
    return region;
}

Region scribble(Random& random, std::size_t rings, unsigned most_vertices, unsigned n, double step,
                Position corner) {
    Region region;
    for (std::size_t r = 0; r < rings; ++r) {
        if (r == 0 || random.chance(0.6)) {
            region.add_polygon();
        }
        region.add_ring();
        const unsigned vertices = 3 + random.below(most_vertices - 2);
        for (unsigned i = 0; i < vertices; ++i) {
            const double x = random.below(n + 1);
            const double y = random.below(n + 1);
            region.add({corner.lon + step * x, corner.lat + step * y});
        }
        region.close_ring();
    }
    return region;
}

Region triangles(Random& random, unsigned n, double density, double step, Position corner) {
    Region region;
    const auto at = [&](unsigned x, unsigned y) {
        return Position{corner.lon + step * x, corner.lat + step * y};
    };
    for (unsigned x = 0; x < n; ++x) {
        for (unsigned y = 0; y < n; ++y) {
            for (const bool upper : {false, true}) {
                if (random.chance(density)) {
                    const Position tip = upper ? at(x, y + 1) : at(x + 1, y);
                    region.add_polygon();
                    region.add_ring();
                    region.add(at(x, y));
                    region.add(tip);
                    region.add(at(x + 1, y + 1));
                    region.close_ring();
                }
            }
        }
    }
    return region;
}

Region jittered(const Region& region, std::uint64_t seed, double distance,
                double share_of_vertices) {
    Region moved = region;
    for (Position& p : moved.positions()) {
        Random random(hash(p) ^ mix(seed));
        if (!random.chance(share_of_vertices)) {
            continue;
        }
        if (distance == 0.0) {
            p = {nudged(p.lon, random.bits()), nudged(p.lat, random.bits())};
        } else {
            p.lon += random.between(-distance, distance);
            p.lat += random.between(-distance, distance);
        }
    }
    return moved;
}

Region translated(const Region& region, double lon, double lat) {
    Region moved = region;
    for (Position& p : moved.positions()) {
        p = {p.lon + lon, p.lat + lat};
    }
    return moved;
}

} // namespace support
