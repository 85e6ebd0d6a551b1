// SPDX-License-Identifier: MIT
#include "engine/uncertainty/edge_set.hpp"

#include <bit>
#include <cstdint>

namespace engine {
namespace {

bool less(shapes::Position a, shapes::Position b) {
    return a.lon < b.lon || (a.lon == b.lon && a.lat < b.lat);
}

std::uint64_t mix(std::uint64_t hash, double value) {
    // + 0.0 turns −0 into 0, which compares equal to it and must hash alike.
    hash ^= std::bit_cast<std::uint64_t>(value + 0.0);
    hash *= 0x9e3779b97f4a7c15ULL;
    return hash ^ (hash >> 29U);
}

} // namespace

std::size_t EdgeSet::Hash::operator()(const Edge& edge) const {
    std::uint64_t hash = 0;
    for (const double value : {edge.a.lon, edge.a.lat, edge.b.lon, edge.b.lat}) {
        hash = mix(hash, value);
    }
    return hash;
}

EdgeSet::Edge EdgeSet::edge(shapes::Position a, shapes::Position b) {
    return less(a, b) ? Edge{a, b} : Edge{b, a};
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

EdgeSet fixed_outline(const std::vector<shapes::ValidRegion>& maps) {
    if (maps.size() < kFewestMapsForOutline) {
        return {};
    }
    EdgeSet outline(maps.front().region());
    for (std::size_t m = 1; m < maps.size(); ++m) {
        outline.intersect(EdgeSet(maps[m].region()));
    }
    return outline;
}

} // namespace engine
