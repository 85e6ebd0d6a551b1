// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/chain_crossings.hpp"
#include "shapes/edges/chain_walk.hpp"
#include "shapes/edges/edge_chains.hpp"
#include "shapes/edges/edge_tree.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace shapes::validity {

/// The winding numbers of all rings at a place just left of a ring's first edge, next to its start.
/// All vertices are displaced (perturbation.hpp). Replaces the contents of `out` with at most one
/// entry per ring; rings without an entry have winding 0.
void windings_at_start(const edges::EdgeChains& rings, const edges::EdgeTree& tree,
                       std::uint32_t ring, std::vector<edges::ChainWinding>& out);

/// Walks along every ring and keeps the winding numbers of all rings around the place on its left
/// up to date.
///
/// `windings.set(ring, winding)` is called for every change; all winding numbers are 0 at first.
/// `piece(ring, edge, positions)` is called for every run of positions along which nothing changes
/// (`walk_chain` says what a run is). The winding numbers are then those on the left of the run. On
/// its right only the walked ring's own number is different: it is one less.
template<class Windings, class Piece>
void walk_rings(const edges::EdgeChains& rings, const edges::EdgeTree& tree,
                const std::vector<edges::ChainCrossing>& crossings, Windings& windings,
                const Piece& piece) {
    const auto v = rings.positions;
    std::vector<edges::ChainWinding> start;
    std::vector<int> current(rings.size(), 0);
    std::vector<std::uint32_t> touched;
    const auto set = [&](std::uint32_t ring, int winding) {
        current[ring] = winding;
        windings.set(ring, winding);
    };
    auto next = crossings.begin();
    for (std::uint32_t r = 0; r < rings.size(); ++r) {
        const std::uint32_t first = rings.first(r);
        const std::uint32_t end = rings.last(r);
        windings_at_start(rings, tree, r, start);
        touched.clear();
        for (const edges::ChainWinding& w : start) {
            set(w.chain, w.winding);
            touched.push_back(w.chain);
        }
        const auto begin = next;
        next = std::find_if(next, crossings.end(),
                            [&](const edges::ChainCrossing& c) { return c.edge >= end; });
        edges::walk_chain(
            v, first, end, std::span(begin, next),
            [&](std::uint32_t edge, std::span<const Position> run) { piece(r, edge, run); },
            [&](const edges::ChainCrossing& c) {
                set(c.chain, current[c.chain] + c.sign);
                touched.push_back(c.chain);
            });
        for (const std::uint32_t ring : touched) {
            if (current[ring] != 0) {
                set(ring, 0);
            }
        }
    }
}

} // namespace shapes::validity
