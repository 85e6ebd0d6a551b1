// SPDX-License-Identifier: MIT
#include "shapes/exact/lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace shapes::exact {
namespace {

struct DrawnEdge {
    Position west;
    Position east;
    Use use;
};

auto ends(const DrawnEdge& e) {
    return std::tuple(e.west.lon, e.west.lat, e.east.lon, e.east.lat);
}

void add_edge(Position from, Position to, Use use, std::vector<DrawnEdge>& out) {
    if (from.lon == to.lon) {
        return;
    }
    // On the left of an edge that runs east, hence above it, the winding number is one higher.
    use.step = from.lon < to.lon ? 1 : -1;
    if (use.step < 0) {
        std::swap(from, to);
    }
    out.push_back({from, to, use});
}

std::vector<DrawnEdge> drawn_edges(std::span<const Region* const> regions) {
    std::vector<DrawnEdge> edges;
    for (std::size_t operand = 0; operand < regions.size(); ++operand) {
        const Region& region = *regions[operand];
        for (std::size_t r = 0; r < region.ring_count(); ++r) {
            const Ring ring = region.ring(r);
            const Use use{static_cast<std::uint8_t>(operand), static_cast<std::uint32_t>(r), 0};
            for (std::size_t i = 0; i < ring.size(); ++i) {
                // From the last position back to the first: nothing where the ring is closed.
                add_edge(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0], use, edges);
            }
        }
    }
    return edges;
}

Rational cross_product(const Rational& ax, const Rational& ay, const Rational& bx,
                       const Rational& by) {
    return ax * by - ay * bx;
}

/// The sign of the orientation of p, q, r: positive where r is on the left of p → q.
int side(Position p, Position q, Position r) {
    if (r == p || r == q) {
        return 0;
    }
    const auto d = [](double a, double b) { return static_cast<Real>(a) - static_cast<Real>(b); };
    const Real left = d(q.lon, p.lon) * d(r.lat, p.lat);
    const Real right = d(q.lat, p.lat) * d(r.lon, p.lon);
    // Each product has three roundings, the difference one more: 4 ε with ε = 2 units of roundoff.
    const Real bound =
        4 * std::numeric_limits<Real>::epsilon() * (std::abs(left) + std::abs(right));
    constexpr Real nothing_underflows = 1e-280L;
    if (const Real value = left - right; std::abs(value) > bound + nothing_underflows) {
        return value > 0 ? 1 : -1;
    }
    const Rational x(p.lon);
    const Rational y(p.lat);
    return cross_product(Rational(q.lon) - x, Rational(q.lat) - y, Rational(r.lon) - x,
                         Rational(r.lat) - y)
        .sign();
}

/// Whether b is above a (+1), on it (0) or below it (−1) where the more eastern of their western
/// ends is, or the more western of their eastern ends.
int above_at_start(const Line& a, const Line& b) {
    return a.west.lon < b.west.lon ? side(a.west, a.east, b.west) : -side(b.west, b.east, a.west);
}
int above_at_end(const Line& a, const Line& b) {
    return a.east.lon > b.east.lon ? side(a.west, a.east, b.east) : -side(b.west, b.east, a.east);
}

} // namespace

Rational Line::latitude(const Rational& longitude) const {
    const Rational x(west.lon);
    const Rational y(west.lat);
    return y + (Rational(east.lat) - y) * (longitude - x) / (Rational(east.lon) - x);
}

Lines lines_of(std::span<const Region* const> regions) {
    std::vector<DrawnEdge> edges = drawn_edges(regions);
    std::stable_sort(edges.begin(), edges.end(),
                     [](const DrawnEdge& a, const DrawnEdge& b) { return ends(a) < ends(b); });
    Lines out;
    out.uses.reserve(edges.size());
    for (const DrawnEdge& edge : edges) {
        if (out.lines.empty() || out.lines.back().west != edge.west ||
            out.lines.back().east != edge.east) {
            const auto first = static_cast<std::uint32_t>(out.uses.size());
            out.lines.push_back({edge.west, edge.east, first, first});
        }
        out.uses.push_back(edge.use);
        ++out.lines.back().last_use;
    }
    return out;
}

bool crosses(const Line& a, const Line& b) {
    const auto [a_low, a_high] = std::minmax(a.west.lat, a.east.lat);
    const auto [b_low, b_high] = std::minmax(b.west.lat, b.east.lat);
    if (a_high < b_low || b_high < a_low || a.east.lon <= b.west.lon || b.east.lon <= a.west.lon) {
        return false;
    }
    return above_at_start(a, b) * above_at_end(a, b) < 0;
}

Rational crossing_longitude(const Line& a, const Line& b) {
    const Rational x(a.west.lon);
    const Rational ax = Rational(a.east.lon) - x;
    const Rational ay = Rational(a.east.lat) - Rational(a.west.lat);
    const Rational bx = Rational(b.east.lon) - Rational(b.west.lon);
    const Rational by = Rational(b.east.lat) - Rational(b.west.lat);
    const Rational along = cross_product(Rational(b.west.lon) - x,
                                         Rational(b.west.lat) - Rational(a.west.lat), bx, by);
    return x + ax * along / cross_product(ax, ay, bx, by);
}

} // namespace shapes::exact
