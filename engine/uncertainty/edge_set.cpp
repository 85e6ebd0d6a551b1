// SPDX-License-Identifier: MIT
#include "engine/uncertainty/edge_set.hpp"

#include <bit>
#include <cmath>
#include <utility>

namespace engine {
namespace {

std::array<std::int64_t, 2> rounded(shapes::Position p) {
    constexpr double kUnitsPerDegree = 0x1p44; // |lon| ≤ 540 fits 54 bits
    return {static_cast<std::int64_t>(std::llround(p.lon * kUnitsPerDegree)),
            static_cast<std::int64_t>(std::llround(p.lat * kUnitsPerDegree))};
}

} // namespace

EdgeSet::Edge EdgeSet::edge(shapes::Position a, shapes::Position b) {
    const End p = rounded(a);
    const End q = rounded(b);
    return p < q ? Edge{p, q} : Edge{q, p};
}

std::uint64_t EdgeSet::hash_of(const Edge& edge) {
    std::uint64_t hash = 0;
    for (const std::int64_t value : {edge.a[0], edge.a[1], edge.b[0], edge.b[1]}) {
        hash = (hash ^ static_cast<std::uint64_t>(value)) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 29U;
    }
    return hash;
}

std::size_t EdgeSet::slot_of(const Edge& edge, std::uint64_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    const std::size_t last = table_.size() - 1;
    std::size_t at = hash & last;
    while (table_[at].place != 0 &&
           (table_[at].tag != tag || edges_[table_[at].place - 1] != edge)) {
        at = (at + 1) & last;
    }
    return at;
}

bool EdgeSet::has(const Edge& edge) const {
    return !table_.empty() && table_[slot_of(edge, hash_of(edge))].place != 0;
}

void EdgeSet::make_room_for(std::size_t edges) {
    edges_.reserve(edges);
    if (2 * edges <= table_.size()) {
        return;
    }
    table_.assign(std::bit_ceil(2 * edges), {});
    const std::vector<Edge> known = std::exchange(edges_, {});
    edges_.reserve(edges);
    for (const Edge& edge : known) {
        insert(edge);
    }
}

void EdgeSet::insert(const Edge& edge) {
    if (2 * (edges_.size() + 1) > table_.size()) {
        make_room_for(2 * (edges_.size() + 1));
    }
    const std::uint64_t hash = hash_of(edge);
    Slot& slot = table_[slot_of(edge, hash)];
    if (slot.place == 0) {
        edges_.push_back(edge);
        slot = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(edges_.size())};
    }
}

EdgeSet::EdgeSet(const shapes::Region& region) {
    make_room_for(region.edge_count());
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const shapes::Ring ring = region.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            insert(edge(ring[i], ring[i + 1]));
        }
    }
}

void EdgeSet::add(const EdgeSet& other) {
    make_room_for(edges_.size() + other.edges_.size());
    for (const Edge& edge : other.edges_) {
        insert(edge);
    }
}

void EdgeSet::intersect(const EdgeSet& other) {
    EdgeSet common;
    for (const Edge& edge : edges_) {
        if (other.has(edge)) {
            common.insert(edge);
        }
    }
    *this = std::move(common);
}

EdgeSet shared_edges(const shapes::ValidRegion& a, const shapes::ValidRegion& b) {
    EdgeSet shared(a.region());
    shared.intersect(EdgeSet(b.region()));
    return shared;
}

} // namespace engine
