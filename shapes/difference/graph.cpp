// SPDX-License-Identifier: MIT
#include "shapes/difference/graph.hpp"

#include "shapes/difference/ray.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace shapes::arrangement {
namespace {

/// Numbers places in the order in which they are first asked for.
class NodeIndex {
  public:
    explicit NodeIndex(std::size_t places)
        : slots_(std::bit_ceil(2 * places + 2), kFree), mask_(slots_.size() - 1) {}

    /// Of a place that is asked for soon: with many nodes the table is not in the cache.
    void prefetch(GridPoint p) const { __builtin_prefetch(&slots_[hash(p) & mask_]); }

    Node of(GridPoint p, std::vector<GridPoint>& nodes) {
        std::size_t slot = hash(p) & mask_;
        while (slots_[slot] != kFree) {
            if (nodes[slots_[slot]] == p) {
                return slots_[slot];
            }
            slot = (slot + 1) & mask_;
        }
        slots_[slot] = static_cast<Node>(nodes.size());
        nodes.push_back(p);
        return slots_[slot];
    }

  private:
    static std::size_t hash(GridPoint p) {
        // Multiplicative hashing with two odd constants (fractions of the golden ratio and √2).
        const std::uint64_t mixed = static_cast<std::uint64_t>(p.x) * 0x9E3779B97F4A7C15U +
                                    static_cast<std::uint64_t>(p.y) * 0x6A09E667F3BCC909U;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32U));
    }

    static constexpr Node kFree = std::numeric_limits<Node>::max();
    std::vector<Node> slots_;
    std::size_t mask_;
};

struct Direction {
    std::int64_t dx, dy;

    bool upper() const { return dy > 0 || (dy == 0 && dx > 0); }
};

Direction between(GridPoint from, GridPoint to) {
    return {to.x - from.x, to.y - from.y};
}

Wide cross(Direction a, Direction b) {
    return static_cast<Wide>(a.dx) * b.dy - static_cast<Wide>(a.dy) * b.dx;
}

/// Negative where a comes before b counter-clockwise from the positive x-axis, 0 where they are the
/// same direction.
int compare_angles(Direction a, Direction b) {
    if (a.upper() != b.upper()) {
        return a.upper() ? -1 : 1;
    }
    return -sign(cross(a, b));
}

Direction direction(const Graph& graph, const GridChains& chains, HalfEdge h) {
    const SuperEdge& e = graph.edges[h / 2];
    const bool straight = e.first_inner == e.last_inner;
    if (h % 2 == 0) {
        return between(graph.nodes[e.from],
                       straight ? graph.nodes[e.to] : chains.point(e.first_inner));
    }
    return between(graph.nodes[e.to],
                   straight ? graph.nodes[e.from] : chains.point(e.last_inner - 1));
}

void add_super_edges(Graph& graph, const GridChains& chains, const Noding& noding) {
    constexpr Index kAhead = 12;
    const std::size_t last = noding.stops.size() - 1;
    NodeIndex index(noding.stops.size());
    graph.edges.reserve(noding.stops.size());
    graph.nodes.reserve(noding.stops.size() / 2 + chains.ring_count()); // mostly crossings
    for (std::size_t r = 0; r < chains.ring_count(); ++r) {
        const WindingPair step =
            chains.chain_of_ring(r) == Chain::a ? WindingPair{1, 0} : WindingPair{0, 1};
        const Index begin = noding.first_stop[chains.first_point(r)];
        const Index end = noding.first_stop[chains.last_point(r)];
        const Node start = index.of(noding.stops[begin].at, graph.nodes);
        Node from = start;
        for (Index s = begin; s < end; ++s) {
            const Index first_inner = noding.stops[s].edge + 1;
            if (s + 1 == end) {
                graph.edges.push_back({from, start, first_inner, chains.last_point(r), step});
                break;
            }
            index.prefetch(noding.stops[std::min<std::size_t>(s + kAhead, last)].at);
            const Stop& next = noding.stops[s + 1];
            const bool at_vertex = next.at == chains.point(next.edge);
            const Node to = index.of(next.at, graph.nodes);
            graph.edges.push_back({from, to, first_inner, next.edge + (at_vertex ? 0 : 1), step});
            from = to;
        }
    }
}

constexpr HalfEdge kNone = std::numeric_limits<HalfEdge>::max();

/// Half-edges leaving every node, not yet in order: `clockwise` is a list that ends with kNone.
void gather(Graph& graph) {
    graph.leaving.assign(graph.nodes.size(), kNone);
    graph.clockwise.resize(2 * graph.edges.size());
    for (HalfEdge h = 0; h < graph.clockwise.size(); ++h) {
        graph.clockwise[h] = std::exchange(graph.leaving[graph.origin(h)], h);
    }
}

/// Orders the half-edges around every node by angle and merges those of equal direction: pieces are
/// noded, so these are one and the same piece, with the same other end.
class Circles {
  public:
    Circles(Graph& graph, const GridChains& chains) : graph_(graph), chains_(chains) {
        graph.along.resize(graph.edges.size());
        for (std::size_t s = 0; s < graph.along.size(); ++s) {
            graph.along[s] = static_cast<HalfEdge>(2 * s);
        }
    }

    void close(Node n) {
        spokes_.clear();
        for (HalfEdge h = graph_.leaving[n]; h != kNone; h = graph_.clockwise[h]) {
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
        graph_.leaving[n] = first;
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
        const WindingPair step = graph_.step(h);
        graph_.along[h / 2] = h % 2 == 0 ? same : twin(same);
        graph_.edges[same / 2].step.a += step.a;
        graph_.edges[same / 2].step.b += step.b;
    }

    Graph& graph_;
    const GridChains& chains_;
    std::vector<Spoke> spokes_;
};

/// The half-edge of a node just clockwise of the direction "left and a little up", which is where
/// `winding_left_of` looks from.
HalfEdge before_left(const Graph& graph, const GridChains& chains, Node n) {
    const auto upper = [&](HalfEdge h) { return direction(graph, chains, h).upper(); };
    const HalfEdge first = graph.leaving[n];
    const HalfEdge last = graph.clockwise[first];
    HalfEdge h = last;
    while (h != first && !upper(h)) {
        h = graph.clockwise[h];
    }
    return upper(h) ? h : last; // where there is none, the last one of the lower half
}

} // namespace

Graph build_graph(const GridChains& chains, const Noding& noding) {
    Graph graph;
    add_super_edges(graph, chains, noding);
    gather(graph);
    Circles circles(graph, chains);
    for (Node n = 0; n < graph.nodes.size(); ++n) {
        circles.close(n);
    }
    return graph;
}

void label(Graph& graph, const GridChains& chains, const Noding& noding) {
    graph.left_of_edge.assign(graph.edges.size(), {});
    std::vector<bool> labelled(graph.nodes.size(), false);
    std::vector<HalfEdge> pending; // half-edges whose left face is known, their origin labelled
    // Around a node, from a half-edge whose left face is known: the face on the right of one is
    // that on the left of the next one clockwise.
    const auto label_node = [&](Node n, HalfEdge known, WindingPair winding) {
        labelled[n] = true;
        HalfEdge h = known;
        do {
            const WindingPair step = graph.step(h);
            graph.left_of_edge[h / 2] =
                h % 2 == 0 ? winding : WindingPair{winding.a - step.a, winding.b - step.b};
            pending.push_back(h);
            winding = {winding.a - step.a, winding.b - step.b};
            h = graph.clockwise[h];
        } while (h != known);
    };
    for (Node seed = 0; seed < graph.nodes.size(); ++seed) {
        if (labelled[seed]) {
            continue;
        }
        label_node(seed, before_left(graph, chains, seed),
                   winding_left_of(graph.nodes[seed], chains, noding));
        while (!pending.empty()) {
            const HalfEdge h = pending.back();
            pending.pop_back();
            const Node other = graph.origin(twin(h));
            if (!labelled[other]) {
                label_node(other, twin(h), graph.left(twin(h)));
            }
        }
    }
}

} // namespace shapes::arrangement
