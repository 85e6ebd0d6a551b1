// SPDX-License-Identifier: MIT
#include "shapes/io/antimeridian.hpp"

#include "shapes/io/read_message.hpp"
#include "shapes/projection/unwrap.hpp"
#include "shapes/units/angle.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace shapes::io {
namespace {

using Chain = std::vector<Position>;

/// The part of a closed chain on one side of a meridian, closed along the meridian (Sutherland and
/// Hodgman 1974, doi:10.1145/360767.360802). `side` is +1 for what lies east of it, -1 west.
Chain clipped(const Chain& chain, double meridian, double side) {
    const auto inside = [&](Position p) { return side * (p.lon - meridian) >= 0; };
    Chain out;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const Position p = chain[i];
        const Position q = chain[i + 1];
        if (inside(p)) {
            out.push_back(p);
        }
        if (inside(p) != inside(q)) {
            const double t = (meridian - p.lon) / (q.lon - p.lon);
            out.push_back({meridian, p.lat + t * (q.lat - p.lat)});
        }
    }
    if (!out.empty()) {
        out.push_back(out.front());
    }
    return out;
}

/// The part of a ring within one turn around `centre`; empty where it only touches the meridian.
Chain within_turn(const Ring& ring, double centre) {
    constexpr std::size_t kFewest = 4;
    Chain part = clipped({ring.begin(), ring.end()}, centre - kHalfTurn, +1);
    part = clipped(part, centre + kHalfTurn, -1);
    return part.size() >= kFewest ? part : Chain();
}

void append_ring(const Chain& chain, double centre, Region& out) {
    out.add_ring();
    for (const Position p : chain) {
        out.add({p.lon - centre, p.lat});
    }
}

/// The part of a polygon within one turn around `centre`, moved to -180 … 180. Where the shell has
/// none but a hole has (it reaches out of its shell, which an even-odd fill counts as inside), a
/// shell without area stands in for it, so that the hole stays one.
void append_turn(const Region& region, Region::RingRange rings, double centre, Region& out) {
    std::vector<Chain> parts;
    for (std::size_t r = rings.first; r < rings.last; ++r) {
        parts.push_back(within_turn(region.ring(r), centre));
    }
    const auto some = std::ranges::find_if(parts, [](const Chain& part) { return !part.empty(); });
    if (some == parts.end()) {
        return;
    }
    if (parts.front().empty()) {
        parts.front().assign(4, some->front());
    }
    out.add_polygon();
    for (const Chain& part : parts) {
        if (!part.empty()) {
            append_ring(part, centre, out);
        }
    }
}

Region split(const Region& region) {
    Region out;
    for (std::size_t p = 0; p < region.polygon_count(); ++p) {
        for (const double centre : {0.0, kTurn, -kTurn}) {
            append_turn(region, region.polygon(p), centre, out);
        }
    }
    return out;
}

std::optional<Position> first_beyond(const Region& region) {
    const auto positions = region.positions();
    const auto at = std::find_if(positions.begin(), positions.end(),
                                 [](Position p) { return std::abs(p.lon) > kHalfTurn; });
    return at != positions.end() ? std::optional(*at) : std::nullopt;
}

/// An edge that spans more than half a turn, but not a whole one.
struct LongEdge {
    std::size_t feature;
    std::size_t ring;
    Position start;
};

/// The first such edge of each ring.
std::vector<LongEdge> long_edges(const FeatureCollection& collection) {
    std::vector<LongEdge> found;
    for (std::size_t f = 0; f < collection.features.size(); ++f) {
        const Region& region = collection.features[f].region;
        for (std::size_t r = 0; r < region.ring_count(); ++r) {
            const Ring ring = region.ring(r);
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const double width = std::abs(ring[i + 1].lon - ring[i].lon);
                if (width > kHalfTurn && width < kTurn) {
                    found.push_back({f, r, ring[i]});
                    break;
                }
            }
        }
    }
    return found;
}

} // namespace

void split_at_antimeridian(FeatureCollection& collection) {
    for (std::size_t f = 0; f < collection.features.size(); ++f) {
        Region& region = collection.features[f].region;
        if (const auto at = first_beyond(region)) {
            collection.problems.push_back({ProblemCode::crosses_antimeridian, *at, f, std::nullopt,
                                           "it reaches beyond longitude ±180; split there"});
            region = split(region);
        }
    }
}

void settle_long_edges(FeatureCollection& collection, LongEdges how) {
    if (how == LongEdges::long_way) {
        return;
    }
    const std::vector<LongEdge> found = long_edges(collection);
    if (found.empty()) {
        return;
    }
    if (how == LongEdges::refused) {
        const LongEdge& first = found.front();
        cannot_read(collection.path,
                    "feature " + std::to_string(first.feature) + ", ring " +
                        std::to_string(first.ring) +
                        " (counted from 0): an edge spans more than 180 degrees of longitude",
                    "cut the polygon at the antimeridian, or say --antimeridian short or long");
    }
    if (how == LongEdges::short_way) {
        for (const LongEdge& edge : found) {
            Region& region = collection.features[edge.feature].region;
            region = projection::unwrapped(region);
        }
        return;
    }
    for (const LongEdge& edge : found) {
        collection.problems.push_back({ProblemCode::long_edge, edge.start, edge.feature, edge.ring,
                                       "an edge spans more than 180 degrees of longitude and is "
                                       "measured so; if it is to cross the antimeridian, say "
                                       "--antimeridian short, else long"});
    }
    collection.warnings.push_back({ReadWarningCode::long_edge});
}

} // namespace shapes::io
