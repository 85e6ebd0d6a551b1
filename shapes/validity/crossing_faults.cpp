// SPDX-License-Identifier: MIT
#include "shapes/validity/crossing_faults.hpp"

#include "shapes/predicates/orientation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

namespace shapes::validity {
namespace {

/// False where a, b and c are certainly not on one line. Rounding moves each product by less than
/// 2⁻⁵¹ of itself. No branch, and enough for all but a few corners.
bool may_be_on_one_line(Position a, Position b, Position c) {
    constexpr double kUnderflow = 1e-290;
    const double left = (b.lon - a.lon) * (c.lat - b.lat);
    const double right = (b.lat - a.lat) * (c.lon - b.lon);
    return std::abs(left - right) <= 0x1p-50 * (std::abs(left) + std::abs(right)) + kUnderflow;
}

/// Whether a and c are in one direction from b.
bool turns_back(Position a, Position b, Position c) {
    const auto sign = [](double from, double to) { return (to > from) - (to < from); };
    return sign(b.lon, a.lon) == sign(b.lon, c.lon) && sign(b.lat, a.lat) == sign(b.lat, c.lat) &&
           orientation(a, b, c) == 0;
}

/// Where two rings of one polygon touch.
struct Touch {
    std::uint32_t polygon;
    Position at;
    std::uint32_t ring;

    friend bool operator<(const Touch& a, const Touch& b) {
        return std::tie(a.polygon, a.at.lon, a.at.lat, a.ring) <
               std::tie(b.polygon, b.at.lon, b.at.lat, b.ring);
    }
    friend bool operator==(const Touch&, const Touch&) = default;
};

/// Rings and the points where they touch form a graph. A cycle in it cuts the interior of the
/// polygon into pieces.
void look_for_circles(const InputRings& input, std::vector<Touch>& touches, Examination& found) {
    std::sort(touches.begin(), touches.end());
    touches.erase(std::unique(touches.begin(), touches.end()), touches.end());
    const std::size_t rings = input.ring_count();
    DisjointSets sets(rings + touches.size()); // the points are numbered after the rings
    auto point = static_cast<std::uint32_t>(rings);
    for (std::size_t i = 0; i < touches.size(); ++i) {
        const Touch& t = touches[i];
        if (i > 0 && !(t.polygon == touches[i - 1].polygon && t.at == touches[i - 1].at)) {
            ++point;
        }
        if (!sets.join(t.ring, point)) {
            found.sound[t.polygon] = false;
            found.faults.push_back({ProblemCode::disconnected_interior, t.ring, t.ring,
                                    input.ring_start(t.ring), t.at});
        }
    }
}

using RingPair = std::pair<std::uint32_t, std::uint32_t>;

/// Rings that have all their edges in common are one ring drawn twice.
void look_for_duplicates(const InputRings& input, const std::map<RingPair, std::size_t>& common,
                         Examination& found) {
    const auto size = [&](std::uint32_t r) { return input.ring_end(r) - input.ring_start(r); };
    for (const auto& [pair, edges] : common) {
        if (edges == size(pair.first) && edges == size(pair.second)) {
            const std::uint32_t edge = input.ring_start(pair.second);
            found.faults.push_back({ProblemCode::duplicate_ring, pair.second, pair.first, edge,
                                    input.vertices()[edge]});
        }
    }
}

ProblemCode code_of(const edges::Contact& c, bool same_polygon) {
    const bool line = c.meeting.kind == edges::Meeting::Kind::overlap;
    if (c.first_chain == c.second_chain) {
        return c.meeting.kind == edges::Meeting::Kind::crossing ? ProblemCode::self_crossing
                                                                : ProblemCode::self_touching;
    }
    if (same_polygon) {
        return ProblemCode::ring_crossing;
    }
    return line ? ProblemCode::shared_edge : ProblemCode::overlap;
}

} // namespace

void look_along_rings(const InputRings& input, Examination& found, std::vector<bool>& overlapped) {
    const auto v = input.vertices();
    for (std::uint32_t r = 0; r < input.ring_count(); ++r) {
        const std::uint32_t start = input.ring_start(r);
        const std::uint32_t end = input.ring_end(r);
        const auto previous = [&](std::uint32_t i) { return (i == start ? end : i) - 1; };
        Position before = v[end - 1];
        for (std::uint32_t i = start; i < end; ++i) {
            const Position here = v[i];
            const bool in_line = may_be_on_one_line(before, here, v[i + 1]);
            before = here;
            if (in_line && turns_back(v[previous(i)], v[i], v[i + 1])) {
                overlapped[i] = overlapped[previous(i)] = true;
                found.simple[r] = false;
                found.sound[input.role(r).polygon] = false;
                found.faults.push_back({ProblemCode::self_touching, r, r, i, v[i]});
            }
        }
        const std::uint32_t leftmost = start + input.role(r).leftmost;
        found.counter_clockwise[r] =
            orientation(v[previous(leftmost)], v[leftmost], v[leftmost + 1]) > 0;
    }
}

void judge_crossings(const InputRings& input, const std::vector<edges::Contact>& contacts,
                     Examination& found, std::vector<bool>& overlapped, DisjointSets& groups) {
    const auto v = input.vertices();
    std::vector<Touch> touches;
    std::map<RingPair, std::size_t> edges_in_common;
    for (const edges::Contact& c : contacts) {
        const std::uint32_t p = input.role(c.first_chain).polygon;
        const std::uint32_t q = input.role(c.second_chain).polygon;
        const bool same_ring = c.first_chain == c.second_chain;
        if (c.meeting.kind == edges::Meeting::Kind::touch && !same_ring) {
            if (p == q) {
                touches.push_back({p, c.meeting.at, c.first_chain});
                touches.push_back({p, c.meeting.at, c.second_chain});
            }
            continue;
        }
        found.faults.push_back(
            {code_of(c, p == q), c.first_chain, c.second_chain, c.first, c.meeting.at});
        if (same_ring) {
            found.simple[c.first_chain] = false;
        }
        if (p == q) {
            found.sound[p] = false;
        } else {
            groups.join(p, q);
        }
        if (c.meeting.kind == edges::Meeting::Kind::overlap) {
            overlapped[c.first] = overlapped[c.second] = true;
            const bool same = v[c.first] == v[c.second] && v[c.first + 1] == v[c.second + 1];
            const bool opposite = v[c.first] == v[c.second + 1] && v[c.first + 1] == v[c.second];
            if (!same_ring && (same || opposite)) {
                ++edges_in_common[{c.first_chain, c.second_chain}];
            }
        }
    }
    look_for_circles(input, touches, found);
    look_for_duplicates(input, edges_in_common, found);
}

} // namespace shapes::validity
