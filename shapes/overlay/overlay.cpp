// SPDX-License-Identifier: MIT
#include "shapes/overlay/overlay.hpp"

#include "shapes/overlay/polygons.hpp"

#include <utility>

namespace shapes::overlay {

namespace {

Arrangement arrange(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                    edges::SearchPolicy search,
                    GridChains::Drawn drawn = GridChains::Drawn::forgotten) {
    GridChains chains(chain_a, chain_b, drawn);
    Noding noding = node_edges(chains, {.crossings_only = true, .search = search});
    PlanarGraph graph = build_planar_graph(chains, noding);
    label(graph, chains, noding);
    return {std::move(chains), std::move(noding), std::move(graph)};
}

} // namespace

BuiltRegion overlay_chains(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                           InsideRule rule) {
    return trace_polygons(arrange(chain_a, chain_b, edges::SearchPolicy::automatic), rule);
}

std::vector<BuiltRegion> overlay_chains(std::span<const Ring> chain_a,
                                        std::span<const Ring> chain_b,
                                        std::span<const InsideRule> rules,
                                        edges::SearchPolicy search) {
    const Arrangement arrangement = arrange(chain_a, chain_b, search);
    std::vector<BuiltRegion> regions;
    regions.reserve(rules.size());
    for (const InsideRule rule : rules) {
        regions.push_back(trace_polygons(arrangement, rule));
    }
    return regions;
}

DrawnRegion overlay_as_drawn(std::span<const Ring> chain_a, std::span<const Ring> chain_b,
                             InsideRule rule) {
    return trace_as_drawn(
        arrange(chain_a, chain_b, edges::SearchPolicy::automatic, GridChains::Drawn::kept), rule);
}

} // namespace shapes::overlay
