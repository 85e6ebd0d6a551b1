// SPDX-License-Identifier: MIT
#include "shapes/difference/edge_tree.hpp"

#include "shapes/difference/exact_orientation.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace shapes {
namespace {

// One conversion to float and one subtraction err by 2⁻²⁴ each, so 2⁻²³ of the value is enough.
constexpr float kOutward = 0x1p-22F;
constexpr float kSmallest = std::numeric_limits<float>::min();

float rounded_down(double x) {
    const auto f = static_cast<float>(x);
    return f - (std::abs(f) * kOutward + kSmallest);
}
float rounded_up(double x) {
    const auto f = static_cast<float>(x);
    return f + (std::abs(f) * kOutward + kSmallest);
}

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// One entry for each ring that winds around the place.
void add_up(std::vector<RingWinding>& windings) {
    std::sort(windings.begin(), windings.end(),
              [](const RingWinding& a, const RingWinding& b) { return a.ring < b.ring; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < windings.size();) {
        RingWinding sum{windings[i].ring, 0};
        for (; i < windings.size() && windings[i].ring == sum.ring; ++i) {
            sum.winding += windings[i].winding;
        }
        if (sum.winding != 0) {
            windings[kept++] = sum;
        }
    }
    windings.resize(kept);
}

} // namespace

void EdgeTree::Boxes::resize(std::size_t n) {
    west.assign(n, kInfinity);
    south.assign(n, kInfinity);
    east.assign(n, -kInfinity);
    north.assign(n, -kInfinity);
}

void EdgeTree::Boxes::add(std::size_t i, const Boxes& from, std::size_t j) {
    west[i] = std::min(west[i], from.west[j]);
    south[i] = std::min(south[i], from.south[j]);
    east[i] = std::max(east[i], from.east[j]);
    north[i] = std::max(north[i], from.north[j]);
}

unsigned EdgeTree::Boxes::overlapping(std::size_t first, unsigned count, const Boxes& other,
                                      std::size_t i) const {
    unsigned mask = 0;
#if defined(__SSE2__)
    const __m128 w = _mm_set1_ps(other.west[i]);
    const __m128 s = _mm_set1_ps(other.south[i]);
    const __m128 e = _mm_set1_ps(other.east[i]);
    const __m128 n = _mm_set1_ps(other.north[i]);
    for (unsigned j = 0; j < count; j += 4) {
        const __m128 lon = _mm_and_ps(_mm_cmple_ps(_mm_loadu_ps(&west[first + j]), e),
                                      _mm_cmple_ps(w, _mm_loadu_ps(&east[first + j])));
        const __m128 lat = _mm_and_ps(_mm_cmple_ps(_mm_loadu_ps(&south[first + j]), n),
                                      _mm_cmple_ps(s, _mm_loadu_ps(&north[first + j])));
        mask |= static_cast<unsigned>(_mm_movemask_ps(_mm_and_ps(lon, lat))) << j;
    }
#else
    for (unsigned j = 0; j < count; ++j) {
        const bool hit = west[first + j] <= other.east[i] && other.west[i] <= east[first + j] &&
                         south[first + j] <= other.north[i] && other.south[i] <= north[first + j];
        mask |= static_cast<unsigned>(hit) << j;
    }
#endif
    return mask;
}

EdgeTree::EdgeTree(const Drawing& drawing) : drawing_(&drawing) {
    for (std::uint32_t r = 0; r < drawing.ring_count(); ++r) {
        const std::uint32_t end = drawing.ring_end(r);
        for (std::uint32_t e = drawing.ring_start(r); e < end; e += kLeaf) {
            leaves_.push_back({e, std::min(kLeaf, end - e), r});
        }
    }
    const auto v = drawing.vertices();
    const auto padded = [](std::size_t n) { return (n + kFan - 1) / kFan * kFan; };
    edges_.resize(leaves_.size() * kLeaf);
    levels_.emplace_back().resize(padded(leaves_.size()));
    for (std::size_t l = 0; l < leaves_.size(); ++l) {
        for (std::uint32_t k = 0; k < leaves_[l].count; ++k) {
            const Position p = v[leaves_[l].edge + k];
            const Position q = v[leaves_[l].edge + k + 1];
            const std::size_t i = l * kLeaf + k;
            edges_.west[i] = rounded_down(std::min(p.lon, q.lon));
            edges_.south[i] = rounded_down(std::min(p.lat, q.lat));
            edges_.east[i] = rounded_up(std::max(p.lon, q.lon));
            edges_.north[i] = rounded_up(std::max(p.lat, q.lat));
            levels_[0].add(l, edges_, i);
        }
    }
    for (std::size_t n = leaves_.size(); n > kFan;) {
        const std::size_t above = (n + kFan - 1) / kFan;
        Boxes level;
        level.resize(padded(above));
        for (std::size_t i = 0; i < n; ++i) {
            level.add(i / kFan, levels_.back(), i);
        }
        levels_.push_back(std::move(level));
        n = above;
    }
}

Vertex EdgeTree::vertex(std::uint32_t i, std::uint32_t ring) const {
    return {drawing_->vertices()[i],
            i == drawing_->ring_end(ring) ? drawing_->ring_start(ring) : i};
}

EdgeTree::NodePairs EdgeTree::leaf_pairs() const {
    NodePairs pairs;
    NodePairs below;
    if (leaves_.empty()) {
        return pairs;
    }
    pairs.emplace_back(0, 0); // the group of at most kFan boxes that the top level is
    for (std::size_t level = levels_.size(); level-- > 0;) {
        const Boxes& boxes = levels_[level];
        below.clear();
        for (const auto& [a, b] : pairs) {
            for (std::uint32_t i = a * kFan; i < (a + 1) * kFan; ++i) {
                unsigned hits = boxes.overlapping(std::size_t{b} * kFan, kFan, boxes, i);
                if (a == b) {
                    hits &= ~0U << (i - a * kFan); // each pair once
                }
                for (; hits != 0; hits &= hits - 1) {
                    below.emplace_back(i, b * kFan +
                                              static_cast<std::uint32_t>(std::countr_zero(hits)));
                }
            }
        }
        pairs.swap(below);
    }
    return pairs;
}

std::vector<Contact> EdgeTree::contacts() const {
    std::vector<Contact> out;
    for (const auto& [a, b] : leaf_pairs()) {
        meet_leaves(a, b, out);
    }
    return out;
}

void EdgeTree::meet_leaves(std::uint32_t a, std::uint32_t b, std::vector<Contact>& out) const {
    unsigned rows = edges_.overlapping(std::size_t{a} * kLeaf, kLeaf, levels_[0], b);
    for (; rows != 0; rows &= rows - 1) {
        const auto i = static_cast<std::uint32_t>(std::countr_zero(rows));
        unsigned hits =
            edges_.overlapping(std::size_t{b} * kLeaf, kLeaf, edges_, std::size_t{a} * kLeaf + i);
        if (a == b) {
            hits &= ~1U << i;
        }
        for (; hits != 0; hits &= hits - 1) {
            const auto j = static_cast<std::uint32_t>(std::countr_zero(hits));
            meet_edges(leaves_[a], leaves_[a].edge + i, leaves_[b], leaves_[b].edge + j, out);
        }
    }
}

void EdgeTree::meet_edges(const Leaf& a, std::uint32_t edge_a, const Leaf& b, std::uint32_t edge_b,
                          std::vector<Contact>& out) const {
    const auto v = drawing_->vertices();
    const Position pa = v[edge_a];
    const Position qa = v[edge_a + 1];
    if (certainly_beside(pa, qa, v[edge_b], v[edge_b + 1])) {
        return;
    }
    if (a.ring == b.ring) {
        const bool closing =
            edge_a == drawing_->ring_start(a.ring) && edge_b + 1 == drawing_->ring_end(a.ring);
        if (edge_a + 1 == edge_b || closing) {
            return; // neighbours, which share a vertex
        }
    }
    const Meeting m = meet(vertex(edge_a, a.ring), vertex(edge_a + 1, a.ring),
                           vertex(edge_b, b.ring), vertex(edge_b + 1, b.ring));
    if (m.kind != Meeting::Kind::apart) {
        out.push_back({edge_a, edge_b, a.ring, b.ring, m});
    }
}

int EdgeTree::crossings_east(const Leaf& leaf, std::uint32_t k, const Vertex& from,
                             std::uint32_t skip_from, std::uint32_t skip_to) const {
    const std::uint32_t edge = leaf.edge + k;
    if (edge == skip_from || edge == skip_to) {
        return 0;
    }
    const Vertex p = vertex(edge, leaf.ring);
    const Vertex q = vertex(edge + 1, leaf.ring);
    const bool p_north = perturbed_north_of(p, from);
    const bool q_north = perturbed_north_of(q, from);
    if (p_north == q_north) {
        return 0;
    }
    const int side = perturbed_orientation(p, q, from);
    if (q_north) {
        return side > 0 ? 1 : 0; // northward and east of us: we are on its left
    }
    return side < 0 ? -1 : 0;
}

void EdgeTree::windings_left_of(std::uint32_t edge, std::vector<RingWinding>& out) const {
    out.clear();
    const auto ring = static_cast<std::uint32_t>(drawing_->ring_of(edge));
    const std::uint32_t start = drawing_->ring_start(ring);
    const std::uint32_t before = (edge == start ? drawing_->ring_end(ring) : edge) - 1;
    const Vertex v = vertex(edge, ring);
    const Vertex next = vertex(edge + 1, ring);
    const Vertex previous = vertex(before, ring);

    // The place itself: beside the start of the edge, so of the two edges at v the ray to the east
    // meets what is on its own side of v and to the east of the edge.
    int own = 0;
    const bool northward = perturbed_north_of(next, v);
    const bool previous_north = perturbed_north_of(previous, v);
    own += northward ? 1 : 0;
    if (northward == previous_north) {
        const int side = perturbed_orientation(v, next, previous);
        own += northward && side < 0 ? -1 : 0;
        own += !northward && side > 0 ? 1 : 0;
    }
    if (own != 0) {
        out.push_back({ring, own});
    }

    const float lon = rounded_down(v.at.lon);
    const float south = rounded_down(v.at.lat);
    const float north = rounded_up(v.at.lat);
    const auto in_the_way = [&](const Boxes& boxes, std::size_t i) {
        return boxes.east[i] >= lon && boxes.south[i] <= north && boxes.north[i] >= south;
    };
    std::vector<std::pair<std::size_t, std::uint32_t>> todo; // level, node
    const std::size_t top = levels_.size() - 1;
    for (std::uint32_t i = 0; i < levels_[top].west.size(); ++i) {
        todo.emplace_back(top, i);
    }
    while (!todo.empty()) {
        const auto [level, node] = todo.back();
        todo.pop_back();
        if (!in_the_way(levels_[level], node)) {
            continue;
        }
        if (level > 0) {
            for (std::uint32_t i = node * kFan; i < (node + 1) * kFan; ++i) {
                todo.emplace_back(level - 1, i);
            }
            continue;
        }
        const Leaf& leaf = leaves_[node];
        int crossings = 0;
        for (std::uint32_t k = 0; k < leaf.count; ++k) {
            if (in_the_way(edges_, std::size_t{node} * kLeaf + k)) {
                crossings += crossings_east(leaf, k, v, before, edge);
            }
        }
        if (crossings != 0) {
            out.push_back({leaf.ring, crossings});
        }
    }
    add_up(out);
}

} // namespace shapes
