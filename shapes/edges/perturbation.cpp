// SPDX-License-Identifier: MIT
#include "shapes/edges/perturbation.hpp"

#include "shapes/predicates/orientation.hpp"

#include <algorithm>
#include <utility>

namespace shapes::edges {
namespace {

/// The sign of the displacement's first term that does not vanish, for collinear a, b, c.
int tie_break(Vertex a, Vertex b, Vertex c) {
    int parity = 1;
    const auto order = [&parity](Vertex& first, Vertex& second) {
        if (first.rank > second.rank) {
            std::swap(first, second);
            parity = -parity;
        }
    };
    order(a, b);
    order(b, c);
    order(a, b);
    // det(a, b, c) is linear in each coordinate; these are the factors of δy_a, δx_a, δy_b and
    // δx_a·δy_b, which follow each other in size. The last one is 1.
    if (c.at.lon != b.at.lon) {
        return c.at.lon > b.at.lon ? parity : -parity;
    }
    if (b.at.lat != c.at.lat) {
        return b.at.lat > c.at.lat ? parity : -parity;
    }
    if (a.at.lon != c.at.lon) {
        return a.at.lon > c.at.lon ? parity : -parity;
    }
    return parity;
}

int perturbed(int exact, const Vertex& a, const Vertex& b, const Vertex& c) {
    return exact != 0 ? exact : tie_break(a, b, c);
}

/// The exact orientation; ends in common, which neighbouring maps are full of, are seen at once.
int side(Position a, Position b, Position c) {
    return c == a || c == b ? 0 : orientation(a, b, c);
}

bool within_bounds(Position p, Position a, Position b) {
    return std::min(a.lon, b.lon) <= p.lon && p.lon <= std::max(a.lon, b.lon) &&
           std::min(a.lat, b.lat) <= p.lat && p.lat <= std::max(a.lat, b.lat);
}

/// Collinear edges: what they share, as positions along their line.
Meeting::Kind meet_on_line(Position a, Position b, Position c, Position d) {
    const bool by_lon = a.lon != b.lon;
    const auto key = [by_lon](Position p) { return by_lon ? p.lon : p.lat; };
    const double low = std::max(std::min(key(a), key(b)), std::min(key(c), key(d)));
    const double high = std::min(std::max(key(a), key(b)), std::max(key(c), key(d)));
    if (low > high) {
        return Meeting::Kind::apart;
    }
    return low < high ? Meeting::Kind::overlap : Meeting::Kind::touch;
}

/// A vertex of one collinear edge that lies on the other; one exists where they meet.
Position shared_vertex(Position a, Position b, Position c, Position d) {
    if (within_bounds(a, c, d)) {
        return a;
    }
    if (within_bounds(b, c, d)) {
        return b;
    }
    return within_bounds(c, a, b) ? c : d;
}

/// Where displaced collinear edges cross, in the limit: the vertex of lowest rank moves by far the
/// most and turns its edge around the edge's other end.
Position crossing_on_line(const Vertex& a, const Vertex& b, const Vertex& c, const Vertex& d) {
    const std::uint32_t lowest = std::min({a.rank, b.rank, c.rank, d.rank});
    if (lowest == a.rank) {
        return b.at;
    }
    if (lowest == b.rank) {
        return a.at;
    }
    return lowest == c.rank ? d.at : c.at;
}

Position clamped(Position p, Position a, Position b, Position c, Position d) {
    const auto clamp = [](double x, double a1, double a2, double b1, double b2) {
        return std::clamp(x, std::max(std::min(a1, a2), std::min(b1, b2)),
                          std::min(std::max(a1, a2), std::max(b1, b2)));
    };
    return {clamp(p.lon, a.lon, b.lon, c.lon, d.lon), clamp(p.lat, a.lat, b.lat, c.lat, d.lat)};
}

Position proper_crossing(Position a, Position b, Position c, Position d) {
    // Both values are accurate in themselves, so their ratio is, however small the angle; without
    // that three nearly collinear edges could cross in an order no three lines can.
    const double from_c = std::abs(orientation_value(a, b, c));
    const double from_d = std::abs(orientation_value(a, b, d));
    const double sum = from_c + from_d;
    const double t = sum > 0.0 ? from_c / sum : 0.5;
    const Position at = t < 0.5 ? Position{c.lon + t * (d.lon - c.lon), c.lat + t * (d.lat - c.lat)}
                                : Position{d.lon + (from_d / sum) * (c.lon - d.lon),
                                           d.lat + (from_d / sum) * (c.lat - d.lat)};
    return clamped(at, a, b, c, d);
}

} // namespace

int perturbed_orientation(const Vertex& a, const Vertex& b, const Vertex& c) {
    return perturbed(orientation(a.at, b.at, c.at), a, b, c);
}

Meeting meet(const Vertex& a, const Vertex& b, const Vertex& c, const Vertex& d) {
    const int side_c = side(a.at, b.at, c.at);
    const int side_d = side(a.at, b.at, d.at);
    if (side_c * side_d > 0) {
        return {};
    }
    const int side_a = side(c.at, d.at, a.at);
    const int side_b = side(c.at, d.at, b.at);
    if (side_a * side_b > 0) {
        return {};
    }
    Meeting m;
    const int moved_a = perturbed(side_a, c, d, a);
    const int moved_b = perturbed(side_b, c, d, b);
    if (perturbed(side_c, a, b, c) != perturbed(side_d, a, b, d) && moved_a != moved_b) {
        m.sign = static_cast<std::int8_t>(moved_b);
    }
    if (side_a != 0 && side_b != 0 && side_c != 0 && side_d != 0) {
        m.kind = Meeting::Kind::crossing;
        m.at = proper_crossing(a.at, b.at, c.at, d.at);
        return m;
    }
    if (side_c == 0 && side_d == 0) {
        m.kind = meet_on_line(a.at, b.at, c.at, d.at);
        if (m.kind != Meeting::Kind::apart) {
            m.at =
                m.sign != 0 ? crossing_on_line(a, b, c, d) : shared_vertex(a.at, b.at, c.at, d.at);
        }
        return m;
    }
    // One vertex at least is on the other edge's line; the edges meet, if they do, at a vertex.
    m.kind = Meeting::Kind::touch;
    if (side_c == 0 && within_bounds(c.at, a.at, b.at)) {
        m.at = c.at;
    } else if (side_d == 0 && within_bounds(d.at, a.at, b.at)) {
        m.at = d.at;
    } else if (side_a == 0 && within_bounds(a.at, c.at, d.at)) {
        m.at = a.at;
    } else if (side_b == 0 && within_bounds(b.at, c.at, d.at)) {
        m.at = b.at;
    } else {
        m.kind = Meeting::Kind::apart;
    }
    return m;
}

} // namespace shapes::edges
