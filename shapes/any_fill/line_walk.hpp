// SPDX-License-Identifier: MIT
#pragma once

#include "shapes/any_fill/fill_state.hpp"
#include "shapes/any_fill/shared_lines.hpp"
#include "shapes/edges/chain_walk.hpp"
#include "shapes/edges/edge_tree.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace shapes::any_fill {

/// Walks around all lines of a drawing, on every chain once there and once back, with a state that
/// is always that of the place beside us.
///
/// In each connected part we start at a node, from the windings of one ray, and go around it
/// counter-clockwise, across one chain after the other. A chain not walked yet is followed on its
/// left. At its far end we go around that node in the same way, unless we have been there, and then
/// come back the way we went. So the walk is one around a spanning tree: nothing is stacked, and
/// the state never has to be found again.
class LineWalk {
  public:
    LineWalk(const SharedLines& lines, const edges::EdgeTree& tree,
             std::vector<edges::ChainCrossing> crossings, FillState& state);

    /// `piece(chain, on_left, positions)` is told every run of positions along which nothing
    /// changes, in the direction of its chain; the state is that to the left of it, or else to the
    /// right.
    template<class Piece>
    void walk(const Piece& piece) {
        std::vector<edges::ChainWinding> start;
        for (std::uint32_t node = 0; node < stars_.node_count(); ++node) {
            if (!visited_[node]) {
                const HalfEdge first = stars_.first_at(node);
                tree_.windings_east_of(lines_.vertex_of(first), start);
                add(start, 1);
                visited_[node] = true;
                walk_from(first, piece);
                add(start, -1);
            }
        }
    }

  private:
    /// From beside the first half-edge of a node, on its clockwise side, around all that is
    /// connected.
    template<class Piece>
    void walk_from(HalfEdge first, const Piece& piece) {
        HalfEdge h = first;
        do {
            if (entered_by_[stars_.node_of(h)] == h) {
                back(h.twin(), piece); // all around here is done
                h = stars_.next_around(h.twin());
                continue;
            }
            cross(h);
            if (!walked_[h.chain()]) {
                walked_[h.chain()] = true;
                there(h, piece);
                const std::uint32_t node = stars_.node_of(h.twin());
                if (!visited_[node]) {
                    visited_[node] = true;
                    entered_by_[node] = h.twin();
                    cross(h.twin());
                    h = stars_.next_around(h.twin());
                    continue;
                }
                back(h, piece);
            }
            h = stars_.next_around(h);
        } while (h != first);
    }

    /// Along a half-edge to its other end, on its left. Pieces are told on the way that is the
    /// chain's.
    template<class Piece>
    void there(HalfEdge h, const Piece& piece) {
        h.runs_along() ? forward(h.chain(), true, piece) : backward(h.chain());
    }
    /// Back to where the half-edge begins, on the same side.
    template<class Piece>
    void back(HalfEdge h, const Piece& piece) {
        h.runs_along() ? backward(h.chain()) : forward(h.chain(), false, piece);
    }

    template<class Piece>
    void forward(std::uint32_t chain, bool on_left, const Piece& piece) {
        const edges::EdgeChains& chains = lines_.chains();
        edges::walk_chain(
            chains.positions, chains.first(chain), chains.last(chain), crossings_on(chain),
            [&](std::uint32_t, std::span<const Position> run) { piece(chain, on_left, run); },
            [&](const edges::ChainCrossing& c) { add(c.chain, c.sign); });
    }
    void backward(std::uint32_t chain);

    /// Steps across a half-edge where it begins, to its left.
    void cross(HalfEdge h) { add(h.chain(), h.runs_along() ? 1 : -1); }
    void add(std::uint32_t chain, int winding);
    void add(const std::vector<edges::ChainWinding>& windings, int sign);
    std::span<const edges::ChainCrossing> crossings_on(std::uint32_t chain) const {
        return std::span(crossings_)
            .subspan(crossing_starts_[chain],
                     crossing_starts_[chain + 1] - crossing_starts_[chain]);
    }

    const SharedLines& lines_;
    const VertexStars& stars_;
    const edges::EdgeTree& tree_;
    FillState& state_;
    std::vector<edges::ChainCrossing> crossings_;
    std::vector<std::uint32_t> crossing_starts_; ///< by chain
    std::vector<bool> walked_;                   ///< by chain
    std::vector<bool> visited_;                  ///< by node
    std::vector<HalfEdge> entered_by_; ///< by node: the way back to where we came from first
};

} // namespace shapes::any_fill
