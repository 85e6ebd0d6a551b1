// SPDX-License-Identifier: MIT
#include "shapes/overlay/planar_graph.hpp"

#include "shapes/overlay/directions.hpp"
#include "shapes/overlay/node_index.hpp"

#include <algorithm>
#include <utility>

namespace shapes::overlay {
namespace {

/// Sorts the half-edges of a vertex star by angle and merges those of equal direction. Pieces are
/// noded, so half-edges of equal direction are the same piece and end at the same node.
class VertexStars {
  public:
    VertexStars(PlanarGraph& graph, const GridChains& chains) : graph_(graph), chains_(chains) {}

    /// `leaving`: half-edges that leave the node, as a list by `clockwise` that ends with kNone.
    void close(HalfEdge leaving) {
        spokes_.clear();
        for (HalfEdge h = leaving; h != kNone; h = graph_.clockwise[h]) {
            spokes_.push_back({direction(graph_, chains_, h), h});
        }
        std::sort(spokes_.begin(), spokes_.end(), [](const Spoke& a, const Spoke& b) {
            const int order = compare_angles(a.direction, b.direction);
            return order != 0 ? order < 0 : a.half_edge < b.half_edge;
        });
        const HalfEdge first = spokes_.front().half_edge;
        HalfEdge kept = first;
        for (std::size_t i = 1; i < spokes_.size(); ++i) {
            const HalfEdge h = spokes_[i].half_edge;
            if (compare_angles(spokes_[i - 1].direction, spokes_[i].direction) == 0) {
                merge(h, kept);
            } else {
                graph_.clockwise[h] = kept;
                kept = h;
            }
        }
        graph_.clockwise[first] = kept;
    }

  private:
    struct Spoke {
        Direction direction;
        HalfEdge half_edge;
    };

    /// Once, not at both ends: where the piece that stays begins.
    void merge(HalfEdge h, HalfEdge same) {
        if (same % 2 != 0) {
            return;
        }
        const WindingPair step = graph_.depth_delta(h);
        graph_.along[h / 2] = h % 2 == 0 ? same : twin(same);
        graph_.depth_deltas[same / 2].a += step.a;
        graph_.depth_deltas[same / 2].b += step.b;
    }

    PlanarGraph& graph_;
    const GridChains& chains_;
    std::vector<Spoke> spokes_;
};

class GraphBuilder {
  public:
    GraphBuilder(const GridChains& chains, const Noding& noding)
        : chains_(chains), noding_(noding), index_(noding.segment_nodes.size()),
          first_at_(noding.crossing_count, kNone) {
        const std::size_t edges = noding.segment_nodes.size();
        graph_.nodes.reserve(edges / 2 + chains.ring_count()); // mostly crossings
        graph_.origin.resize(2 * edges);
        graph_.clockwise.resize(2 * edges, kNone);
        graph_.along.resize(edges);
        graph_.inner.resize(edges);
        graph_.depth_deltas.resize(edges);
    }

    PlanarGraph build() {
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            add_ring(r);
        }
        close_stars();
        return std::move(graph_);
    }

  private:
    void add_ring(std::size_t r) {
        const WindingPair step =
            chains_.operand_of_ring(r) == Operand::a ? WindingPair{1, 0} : WindingPair{0, 1};
        const Index begin = noding_.first_segment_node[chains_.first_point(r)];
        const Index end = noding_.first_segment_node[chains_.last_point(r)];
        for (Index s = begin; s < end; ++s) {
            const SegmentNode& segment_node = noding_.segment_nodes[s];
            const Node node = node_of(s);
            graph_.origin[2 * s] = node;
            graph_.along[s] = 2 * s;
            graph_.depth_deltas[s] = step;
            graph_.inner[s].first = segment_node.edge + 1;
            if (s > begin) {
                const bool at_vertex = segment_node.at == chains_.point(segment_node.edge);
                end_edge(s - 1, node, segment_node.edge + (at_vertex ? 0 : 1));
            }
        }
        end_edge(end - 1, graph_.origin[2 * begin], chains_.last_point(r));
    }

    /// Both ends of the noded edge are known now, and so is all around a plain crossing that it
    /// leaves as the second one.
    void end_edge(Index s, Node node, Index last_inner) {
        graph_.origin[2 * s + 1] = node;
        graph_.inner[s].last = last_inner;
        const Index crossing = noding_.segment_nodes[s].plain_crossing;
        if (crossing != kNone && first_at_[crossing / 2] != s) {
            const Index other = first_at_[crossing / 2];
            crossing % 2 == 0 ? close_crossing(s, other) : close_crossing(other, s);
        }
    }

    Node node_of(Index s) {
        constexpr Index kAhead = 12;
        const auto last = static_cast<Index>(noding_.segment_nodes.size()) - 1;
        const SegmentNode& ahead = noding_.segment_nodes[std::min(s + kAhead, last)];
        if (ahead.plain_crossing == kNone) {
            index_.prefetch(ahead.at);
        } else {
            __builtin_prefetch(&first_at_[ahead.plain_crossing / 2]);
        }
        const SegmentNode& segment_node = noding_.segment_nodes[s];
        if (segment_node.plain_crossing == kNone) {
            return index_.of(segment_node.at, graph_.nodes);
        }
        Index& first = first_at_[segment_node.plain_crossing / 2];
        if (first != kNone) {
            return graph_.origin[2 * first];
        }
        first = s;
        graph_.nodes.push_back(segment_node.at);
        return static_cast<Node>(graph_.nodes.size()) - 1;
    }

    /// The star of a plain crossing, where noded edge a begins on the edge that passes to the
    /// left of the other one's, b. Snapping turns no piece past another, so it is as drawn; but
    /// pieces of the two may have become one, and then they end together.
    void close_crossing(Index a, Index b) {
        const HalfEdge a_out = 2 * a;
        const HalfEdge b_out = 2 * b;
        const HalfEdge a_back = a_out - 1; // the noded edge before it, of the same ring
        const HalfEdge b_back = b_out - 1;
        const auto end_together = [this](HalfEdge h, HalfEdge k) {
            return graph_.origin[twin(h)] == graph_.origin[twin(k)];
        };
        if (end_together(a_out, b_out) || end_together(a_out, b_back) ||
            end_together(a_back, b_out) || end_together(a_back, b_back)) {
            return; // to be put in order like any other node
        }
        graph_.clockwise[a_out] = b_out;
        graph_.clockwise[b_out] = a_back;
        graph_.clockwise[a_back] = b_back;
        graph_.clockwise[b_back] = a_out;
    }

    void close_stars() {
        std::vector<HalfEdge> leaving(graph_.nodes.size(), kNone);
        for (HalfEdge h = 0; h < graph_.clockwise.size(); ++h) {
            if (graph_.clockwise[h] == kNone) {
                graph_.clockwise[h] = std::exchange(leaving[graph_.origin[h]], h);
            }
        }
        VertexStars stars(graph_, chains_);
        for (const HalfEdge h : leaving) {
            if (h != kNone) {
                stars.close(h);
            }
        }
    }

    const GridChains& chains_;
    const Noding& noding_;
    PlanarGraph graph_;
    NodeIndex index_;
    std::vector<Index> first_at_; ///< by plain crossing: the segment node that was met first
};

} // namespace

PlanarGraph build_planar_graph(const GridChains& chains, const Noding& noding) {
    return GraphBuilder(chains, noding).build();
}

} // namespace shapes::overlay
