// SPDX-License-Identifier: MIT
#include "shapes/any_fill/vertex_stars.hpp"

#include <algorithm>
#include <utility>

namespace shapes::any_fill {
namespace {

/// The vertex that a half-edge sets out to.
edges::Vertex towards(const edges::EdgeChains& chains, HalfEdge h) {
    const std::uint32_t at = origin(chains, h);
    return chains.vertex(h.runs_along() ? at + 1 : at - 1);
}

} // namespace

VertexStars::VertexStars(const edges::EdgeChains& chains, std::uint32_t ranks) {
    number_nodes(chains, ranks);
    put_in_order(chains);
}

void VertexStars::number_nodes(const edges::EdgeChains& chains, std::uint32_t ranks) {
    constexpr std::uint32_t kNone = ~std::uint32_t{0};
    const auto half_edges = static_cast<std::uint32_t>(2 * chains.size());
    std::vector<std::uint32_t> node_at(ranks, kNone);
    for (std::uint32_t h = 0; h < half_edges; ++h) {
        std::uint32_t& node = node_at[chains.ranks[origin(chains, {h})]];
        if (node == kNone) {
            node = static_cast<std::uint32_t>(starts_.size());
            starts_.push_back(0);
        }
        node_of_.push_back(node);
        ++starts_[node];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& start : starts_) {
        sum += std::exchange(start, sum);
    }
    starts_.push_back(half_edges);
}

/// Counter-clockwise from the east: first all to the north, then all to the south.
void VertexStars::put_in_order(const edges::EdgeChains& chains) {
    star_.resize(node_of_.size());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t h = 0; h < node_of_.size(); ++h) {
        star_[next[node_of_[h]]++] = {h};
    }
    for (std::size_t node = 0; node < node_count(); ++node) {
        const auto first = star_.begin() + starts_[node];
        const edges::Vertex at = chains.vertex(origin(chains, *first));
        std::sort(first, star_.begin() + starts_[node + 1], [&](HalfEdge a, HalfEdge b) {
            const edges::Vertex p = towards(chains, a);
            const edges::Vertex q = towards(chains, b);
            const bool north = edges::perturbed_north_of(p, at);
            return north == edges::perturbed_north_of(q, at)
                       ? a != b && edges::perturbed_orientation(at, p, q) > 0
                       : north;
        });
    }
    place_.resize(star_.size());
    for (std::uint32_t i = 0; i < star_.size(); ++i) {
        place_[star_[i].number] = i;
    }
}

} // namespace shapes::any_fill
