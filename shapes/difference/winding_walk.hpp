// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/difference/drawing.hpp"
#include "shapes/difference/edge_tree.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes {

/// An edge that meets a ring on its way.
struct Crossing {
    std::uint32_t edge;
    std::uint32_t ring; ///< the ring it passes
    std::int8_t sign;   ///< +1 where it passes to that ring's left
    Position at;
};

/// Crossings of all edges after the displacement, in the order in which a walk along the rings
/// meets them.
std::vector<Crossing> crossings_in_order(const Drawing& drawing,
                                         const std::vector<Contact>& contacts);

/// Walks along every ring and keeps the windings of all rings on its left up to date.
///
/// `windings` is told `set(ring, winding)` for every change, all 0 at first. `piece(ring, chain)`
/// is called for every run of positions, of at least two and not all in one place, along which
/// nothing changes; the windings are then those to the left of the run, and to its right the ring's
/// own winding is one less.
template<class Windings, class Piece>
void walk_rings(const Drawing& drawing, const EdgeTree& tree,
                const std::vector<Crossing>& crossings, Windings& windings, const Piece& piece) {
    const auto v = drawing.vertices();
    std::vector<RingWinding> start;
    std::vector<int> current(drawing.ring_count(), 0);
    std::vector<std::uint32_t> touched;
    const auto set = [&](std::uint32_t ring, int winding) {
        current[ring] = winding;
        windings.set(ring, winding);
    };
    auto next = crossings.begin();
    for (std::uint32_t r = 0; r < drawing.ring_count(); ++r) {
        const std::uint32_t first = drawing.ring_start(r);
        const std::uint32_t end = drawing.ring_end(r);
        tree.windings_left_of(first, start);
        touched.clear();
        for (const RingWinding& w : start) {
            set(w.ring, w.winding);
            touched.push_back(w.ring);
        }
        std::uint32_t edge = first; // where we are: on this edge, at this position
        Position at = v[first];
        const auto line = [&](std::uint32_t on, Position p, Position q) {
            if (!(p == q)) {
                const Position pair[2] = {p, q};
                piece(r, on, std::span<const Position>(pair));
            }
        };
        const auto go_to = [&](std::uint32_t to_edge, Position to) {
            if (to_edge > edge) {
                line(edge, at, v[edge + 1]);
                if (to_edge > edge + 1) {
                    piece(r, edge + 1, v.subspan(edge + 1, to_edge - edge));
                }
                line(to_edge, v[to_edge], to);
            } else {
                line(edge, at, to);
            }
            edge = to_edge;
            at = to;
        };
        for (; next != crossings.end() && next->edge < end; ++next) {
            go_to(next->edge, next->at);
            set(next->ring, current[next->ring] + next->sign);
            touched.push_back(next->ring);
        }
        go_to(end - 1, v[end]);
        for (const std::uint32_t ring : touched) {
            if (current[ring] != 0) {
                set(ring, 0);
            }
        }
    }
}

} // namespace shapes
