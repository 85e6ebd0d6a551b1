// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/edges/chain_crossings.hpp"

#include <cstdint>
#include <span>

namespace shapes::edges {

/// Walks along the edges [first, last) of a chain and over the crossings on them, which must be
/// sorted as `crossings_in_order` returns them.
///
/// `piece(edge, positions)` is called for each run of positions between two crossings, together
/// with the edge on which the run begins. A run has at least two positions and is never all in one
/// place. `pass(crossing)` is called for each crossing.
template<class Piece, class Pass>
void walk_chain(std::span<const Position> v, std::uint32_t first, std::uint32_t last,
                std::span<const ChainCrossing> crossings, const Piece& piece, const Pass& pass) {
    std::uint32_t edge = first; // the edge and the position that the walk has reached
    Position at = v[first];
    const auto line = [&](std::uint32_t on, Position p, Position q) {
        if (!(p == q)) {
            const Position pair[2] = {p, q};
            piece(on, std::span<const Position>(pair));
        }
    };
    const auto go_to = [&](std::uint32_t to_edge, Position to) {
        if (to_edge > edge) {
            line(edge, at, v[edge + 1]);
            if (to_edge > edge + 1) {
                piece(edge + 1, v.subspan(edge + 1, to_edge - edge));
            }
            line(to_edge, v[to_edge], to);
        } else {
            line(edge, at, to);
        }
        edge = to_edge;
        at = to;
    };
    for (const ChainCrossing& crossing : crossings) {
        go_to(crossing.edge, crossing.at);
        pass(crossing);
    }
    go_to(last - 1, v[last]);
}

} // namespace shapes::edges
