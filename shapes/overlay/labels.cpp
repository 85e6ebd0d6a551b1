// SPDX-License-Identifier: MIT
#include "shapes/overlay/directions.hpp"
#include "shapes/overlay/planar_graph.hpp"
#include "shapes/overlay/ray.hpp"

#include <algorithm>
#include <vector>

namespace shapes::overlay {
namespace {

/// Tells the windings on both sides of every piece, ring after ring.
class Labels {
  public:
    Labels(PlanarGraph& graph, const GridChains& chains, const Noding& noding)
        : graph_(graph), chains_(chains), noding_(noding), known_(graph.edge_count(), false) {
        graph_.left_of_edge.resize(graph_.edge_count());
    }

    void label_ring(Index begin, Index end) {
        const Index start = known_start(begin, end);
        HalfEdge h = graph_.along[start];
        WindingPair left = left_at_start(h);
        for (Index s = start;;) {
            const WindingPair step = graph_.depth_delta(h);
            graph_.left_of_edge[h / 2] =
                h % 2 == 0 ? left : WindingPair{left.a - step.a, left.b - step.b};
            known_[h / 2] = true;
            s = s + 1 == end ? begin : s + 1;
            if (s == start) {
                return;
            }
            // What is on the left of a half-edge is on the right of its twin.
            left = turn(graph_.clockwise[twin(h)], left, graph_.along[s]);
            h = graph_.along[s];
        }
    }

  private:
    /// Of the first few noded edges of a ring the first that begins where one with known windings
    /// does: a look around a node costs less than a ray.
    Index known_start(Index begin, Index end) const {
        constexpr Index kFew = 16;
        for (Index s = begin; s < std::min(end, begin + kFew); ++s) {
            if (known_around(graph_.along[s]) != kNone) {
                return s;
            }
        }
        return begin;
    }

    /// A half-edge with known windings that leaves the same node, kNone where there is none.
    HalfEdge known_around(HalfEdge h) const {
        HalfEdge around = h;
        do {
            if (known_[around / 2]) {
                return around;
            }
            around = graph_.clockwise[around];
        } while (around != h);
        return kNone;
    }

    /// From a half-edge with a known left clockwise to another one that leaves the same node.
    WindingPair turn(HalfEdge h, WindingPair left, HalfEdge to) const {
        for (; h != to; h = graph_.clockwise[h]) {
            const WindingPair step = graph_.depth_delta(h);
            left = {left.a - step.a, left.b - step.b};
        }
        return left;
    }

    WindingPair left_at_start(HalfEdge h) const {
        if (const HalfEdge known = known_around(h); known != kNone) {
            return turn(known, graph_.left(known), h);
        }
        return turn(before_left(h),
                    winding_left_of(graph_.nodes[graph_.origin[h]], chains_, noding_), h);
    }

    /// Of the half-edges that leave the same node as h: the one just clockwise of the direction
    /// "left and a little up", which is where `winding_left_of` looks from.
    HalfEdge before_left(HalfEdge h) const {
        HalfEdge best = h;
        for (HalfEdge k = graph_.clockwise[h]; k != h; k = graph_.clockwise[k]) {
            const Direction a = direction(graph_, chains_, best);
            const Direction b = direction(graph_, chains_, k);
            // Where none is in the upper half, the last one of the lower half.
            if (a.upper() != b.upper() ? b.upper() : compare_angles(a, b) < 0) {
                best = k;
            }
        }
        return best;
    }

    PlanarGraph& graph_;
    const GridChains& chains_;
    const Noding& noding_;
    std::vector<bool> known_; ///< by noded edge
};

} // namespace

void label(PlanarGraph& graph, const GridChains& chains, const Noding& noding) {
    Labels labels(graph, chains, noding);
    for (std::size_t r = 0; r < chains.ring_count(); ++r) {
        labels.label_ring(noding.first_segment_node[chains.first_point(r)],
                          noding.first_segment_node[chains.last_point(r)]);
    }
}

} // namespace shapes::overlay
