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

/// Walks along all lines of a drawing, once in each direction on every chain, and keeps a state
/// that is always that of the place beside the walker.
///
/// In each connected part the walk starts at a node, with the winding numbers that one ray gives.
/// It goes around the node counter-clockwise and crosses one chain after the other. A chain that
/// has not been walked yet is followed on its left. At its far end the walk goes around that node
/// in the same way, unless it has been there before, and then comes back along the chain. The walk
/// thus follows a spanning tree of the nodes. It needs no stack, and the state never has to be
/// computed afresh.
class LineWalk {
  public:
    LineWalk(const SharedLines& lines, const edges::EdgeTree& tree,
             std::vector<edges::ChainCrossing> crossings, FillState& state);

    /// Calls `piece(chain, on_left, positions)` for every run of positions along which nothing
    /// changes, in the direction of its chain. The state is that on the left of the run if
    /// `on_left`, otherwise that on its right.
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
    /// Walks around everything that is connected with a node, starting beside the node's first
    /// half-edge, on the clockwise side of it.
    template<class Piece>
    void walk_from(HalfEdge first, const Piece& piece) {
        HalfEdge h = first;
        do {
            if (entered_by_[stars_.node_of(h)] == h) {
                back(h.twin(), piece); // everything around this node is done
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

    /// Walks along a half-edge to its other end, on its left. Pieces are reported only when the
    /// walk goes in the direction of the chain.
    template<class Piece>
    void there(HalfEdge h, const Piece& piece) {
        h.runs_along() ? forward(h.chain(), true, piece) : backward(h.chain());
    }
    /// Walks back to where the half-edge begins, on the same side of it.
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

    /// Steps across a half-edge, close to the node it leaves, from its right to its left.
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
    /// by node: the half-edge on which the walk will leave it for good
    std::vector<HalfEdge> entered_by_;
};

} // namespace shapes::any_fill
