// SPDX-License-Identifier: MIT
#include "engine/uncertainty/edge_set.hpp"

#include <cmath>

namespace engine {
namespace {

std::array<std::int64_t, 2> place(shapes::Position p) {
    constexpr double kUnitsPerDegree = 0x1p44; // |lon| ≤ 540 fits 54 bits
    return {static_cast<std::int64_t>(std::llround(p.lon * kUnitsPerDegree)),
            static_cast<std::int64_t>(std::llround(p.lat * kUnitsPerDegree))};
}

} // namespace

std::size_t EdgeSet::Hash::operator()(const Edge& edge) const {
    std::uint64_t hash = 0;
    for (const std::int64_t value : {edge.a[0], edge.a[1], edge.b[0], edge.b[1]}) {
        hash = (hash ^ static_cast<std::uint64_t>(value)) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 29U;
    }
    return hash;
}

EdgeSet::Edge EdgeSet::edge(shapes::Position a, shapes::Position b) {
    const Place p = place(a);
    const Place q = place(b);
    return p < q ? Edge{p, q} : Edge{q, p};
}

EdgeSet::EdgeSet(const shapes::Region& region) {
    edges_.reserve(region.edge_count());
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            edges_.insert(edge(ring[i], ring[i + 1]));
        }
    }
}

bool EdgeSet::contains(shapes::Position a, shapes::Position b) const {
    return edges_.contains(edge(a, b));
}

void EdgeSet::add(const EdgeSet& other) {
    edges_.insert(other.edges_.begin(), other.edges_.end());
}

void EdgeSet::intersect(const EdgeSet& other) {
    std::erase_if(edges_, [&](const Edge& e) { return !other.edges_.contains(e); });
}

EdgeSet shared_edges(const shapes::ValidRegion& a, const shapes::ValidRegion& b) {
    EdgeSet shared(a.region());
    shared.intersect(EdgeSet(b.region()));
    return shared;
}

} // namespace engine
