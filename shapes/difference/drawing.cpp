// SPDX-License-Identifier: MIT
#include "shapes/difference/drawing.hpp"

#include "shapes/predicates/orientation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace shapes {
namespace {

/// The ring closed and without repeated neighbours.
void clean(Ring ring, std::vector<Position>& out) {
    out.clear();
    for (const Position p : ring) {
        if (out.empty() || !(out.back() == p)) {
            out.push_back(p);
        }
    }
    if (out.size() > 1 && !(out.front() == out.back())) {
        out.push_back(out.front());
    }
}

/// False where the ring's signed area is certainly not 0: one pass, and enough for all but a few.
bool may_have_no_area(Ring ring) {
    const Position o = ring[0];
    double twice = 0;
    double size = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double left = (ring[i].lon - o.lon) * (ring[i + 1].lat - o.lat);
        const double right = (ring[i + 1].lon - o.lon) * (ring[i].lat - o.lat);
        twice += left - right;
        size += std::abs(left) + std::abs(right);
    }
    // Each term errs by less than 4 roundings of its parts, the sum by one of `size` for each term.
    const double n = static_cast<double>(ring.size());
    return std::abs(twice) <= (n + 4) * 0x1p-52 * size;
}

bool on_one_line(Ring ring) {
    return std::all_of(ring.begin() + 2, ring.end(),
                       [&](Position p) { return orientation(ring[0], ring[1], p) == 0; });
}

/// Every edge is run through as often one way as the other.
bool out_and_back(Ring ring) {
    struct Edge {
        std::array<double, 4> ends; // the smaller end first
        int direction;
    };
    std::vector<Edge> edges;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Position p = ring[i];
        const Position q = ring[i + 1];
        const bool forward = p.lon != q.lon ? p.lon < q.lon : p.lat < q.lat;
        edges.push_back(forward ? Edge{{p.lon, p.lat, q.lon, q.lat}, 1}
                                : Edge{{q.lon, q.lat, p.lon, p.lat}, -1});
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& a, const Edge& b) { return a.ends < b.ends; });
    for (std::size_t i = 0; i < edges.size();) {
        const auto ends = edges[i].ends;
        int sum = 0;
        for (; i < edges.size() && edges[i].ends == ends; ++i) {
            sum += edges[i].direction;
        }
        if (sum != 0) {
            return false;
        }
    }
    return true;
}

} // namespace

Drawing::Drawing(const Region& region) {
    add(region);
    second_region_ = polygon_count_;
}

Drawing::Drawing(const Region& before, const Region& after) {
    add(before);
    second_region_ = polygon_count_;
    add(after);
}

void Drawing::add(const Region& region) {
    std::vector<Position> cleaned;
    for (std::size_t p = 0; p < region.polygon_count(); ++p, ++polygon_count_) {
        const auto [first, last] = region.polygon(p);
        rings_.add_polygon();
        for (std::size_t r = first; r < last; ++r) {
            clean(region.ring(r), cleaned);
            const auto source = static_cast<std::uint32_t>(r);
            if (cleaned.size() < 4) {
                const Position at = cleaned.empty() ? Position{} : cleaned[0];
                dropped_.push_back({source, ProblemCode::too_few_positions, at});
                continue;
            }
            if (may_have_no_area(cleaned) && (on_one_line(cleaned) || out_and_back(cleaned))) {
                dropped_.push_back({source, ProblemCode::zero_area_ring, cleaned[0]});
                continue;
            }
            rings_.add_ring();
            rings_.add(cleaned);
            roles_.push_back({polygon_count_, r == first, source});
        }
    }
}

std::size_t Drawing::ring_of(std::size_t edge) const {
    const auto starts = rings_.ring_starts();
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), edge) -
                                    starts.begin()) -
           1;
}

} // namespace shapes
