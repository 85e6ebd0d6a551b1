// SPDX-License-Identifier: MIT
#include "shapes/change/polygons_that_share.hpp"

#include "shapes/change/edge_index.hpp"

namespace shapes {
namespace {

change::EdgeIndex edges_of(const Region& region) {
    change::EdgeIndex edges(region.positions().data(), region.edge_count());
    for (std::size_t r = 0; r < region.ring_count(); ++r) {
        const std::size_t first = region.ring_starts()[r];
        for (std::size_t i = 0; i + 1 < region.ring(r).size(); ++i) {
            edges.insert(first + i);
        }
    }
    return edges;
}

} // namespace

bool all_share_an_edge(const ValidRegion& region, const ValidRegion& other) {
    const change::EdgeIndex edges = edges_of(other.region());
    const auto shares = [&](Ring shell) {
        for (std::size_t i = 0; i + 1 < shell.size(); ++i) {
            if (edges.find(shell[i], shell[i + 1])) {
                return true;
            }
        }
        return false;
    };
    const Region& drawn = region.region();
    for (std::size_t p = 0; p < drawn.polygon_count(); ++p) {
        if (!shares(drawn.ring(drawn.polygon(p).first))) {
            return false;
        }
    }
    return true;
}

} // namespace shapes
