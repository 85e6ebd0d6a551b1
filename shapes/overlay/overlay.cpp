// SPDX-License-Identifier: MIT
#include "shapes/overlay/overlay.hpp"

#include "shapes/overlay/polygons.hpp"

#include <utility>

namespace shapes::overlay {

namespace {

edges::JoinHow join_for(EdgeSearch search) {
    edges::JoinHow how;
    how.crossings_only = true;
    if (search != EdgeSearch::automatic) {
        how.oriented = search == EdgeSearch::upright ? edges::Choice::never : edges::Choice::always;
        how.sorted = search == EdgeSearch::sorted ? edges::Choice::always : edges::Choice::never;
    }
    return how;
}

Arrangement arrange(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                    EdgeSearch search) {
    GridChains chains(chain_a, chain_b);
    Noding noding = node_edges(chains, join_for(search));
    PlanarGraph graph = build_planar_graph(chains, noding);
    label(graph, chains, noding);
    return {std::move(chains), std::move(noding), std::move(graph)};
}

} // namespace

BuiltRegion overlay_chains(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                           InsideRule rule) {
    return trace_polygons(arrange(chain_a, chain_b, EdgeSearch::automatic), rule);
}

std::vector<BuiltRegion> overlay_chains(std::span<const Ring> chain_a,
                                        std::span<const Ring> chain_b,
                                        std::span<const InsideRule> rules, EdgeSearch search) {
    const Arrangement arrangement = arrange(chain_a, chain_b, search);
    std::vector<BuiltRegion> regions;
    regions.reserve(rules.size());
    for (const InsideRule rule : rules) {
        regions.push_back(trace_polygons(arrangement, rule));
    }
    return regions;
}

} // namespace shapes::overlay
