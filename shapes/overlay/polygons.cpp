// SPDX-License-Identifier: MIT
#include "shapes/overlay/polygons.hpp"

#include "shapes/overlay/nearest_left.hpp"

#include <algorithm>
#include <numeric>

namespace shapes::overlay {
namespace {

/// A simple ring of half-edges: [first, last) in Tracer::path_.
struct TracedRing {
    Index first;
    Index last;
    Index walk;
    bool is_shell;
};

/// One step of a walk: a half-edge, with the node that it leaves.
struct Step {
    HalfEdge half_edge;
    Node from;
};

/// Where the nodes of a graph were drawn; crossings, which were not drawn, are on the grid. Of
/// several places the first that is not on the grid: one that is may be a crossing of an overlay
/// before this one.
struct DrawnNodes {
    std::vector<Position> at;
    bool apart = true; ///< whether no node was drawn at several places
};

DrawnNodes drawn_nodes(const Arrangement& arrangement) {
    const GridChains& chains = arrangement.chains;
    const PlanarGraph& graph = arrangement.graph;
    DrawnNodes nodes;
    nodes.at.resize(graph.nodes.size());
    std::vector<bool> known(graph.nodes.size(), false);
    for (Node n = 0; n < graph.nodes.size(); ++n) {
        nodes.at[n] = chains.grid().position(graph.nodes[n]);
    }
    for (Index s = 0; s < graph.edge_count(); ++s) {
        const SegmentNode& segment_node = arrangement.noding.segment_nodes[s];
        const Node node = graph.origin[2 * s];
        if (segment_node.at != chains.point(segment_node.edge)) {
            continue; // not a vertex of this ring
        }
        const Position drawn = chains.drawn()[segment_node.edge];
        nodes.apart = nodes.apart && (!known[node] || nodes.at[node] == drawn);
        if (nodes.at[node] == chains.grid().position(graph.nodes[node])) {
            nodes.at[node] = drawn;
        }
        known[node] = true;
    }
    return nodes;
}

class Tracer {
  public:
    /// `nodes`: where the nodes shall be in the result, and the points where they were drawn; null:
    /// on the grid.
    Tracer(const Arrangement& arrangement, InsideRule rule, const DrawnNodes* nodes = nullptr)
        : arrangement_(arrangement), graph_(arrangement.graph), nodes_(nodes),
          boundary_(graph_.origin.size(), 0), depth_(graph_.nodes.size(), kNone) {
        std::size_t along_boundary = 0;
        for (std::size_t s = 0; s < graph_.edge_count(); ++s) {
            const auto h = static_cast<HalfEdge>(2 * s);
            if (graph_.along[s] == h) { // others are merged into it
                const bool in_left = inside(rule, graph_.left(h));
                const bool in_right = inside(rule, graph_.left(twin(h)));
                boundary_[h] = in_left && !in_right ? kOpen : 0;
                boundary_[twin(h)] = in_right && !in_left ? kOpen : 0;
                along_boundary += in_left != in_right ? 1 : 0;
            }
        }
        path_.reserve(along_boundary);
    }

    Region trace() {
        for (HalfEdge h = 0; h < boundary_.size(); ++h) {
            if (boundary_[h] == kOpen) {
                walk(h);
            }
        }
        place_free_holes();
        return polygons();
    }

  private:
    HalfEdge next(HalfEdge h) const {
        h = twin(h);
        do {
            h = graph_.clockwise[h];
        } while (boundary_[h] == 0);
        return h;
    }

    void walk(HalfEdge start) {
        const auto id = static_cast<Index>(shell_of_walk_.size());
        shell_of_walk_.push_back(kNone);
        Node at = graph_.origin[start];
        for (HalfEdge h = start; boundary_[h] == kOpen; h = next(h)) {
            boundary_[h] = kWalked;
            depth_[at] = static_cast<Index>(open_.size());
            open_.push_back({h, at});
            at = graph_.origin[twin(h)];
            if (const Index depth = depth_[at]; depth != kNone) {
                cut_ring(depth, id);
            }
        }
    }

    /// Cuts off the ring that the open steps from `depth` on form, as the walk is back where they
    /// began.
    void cut_ring(Index depth, Index walk) {
        TracedRing ring{static_cast<Index>(path_.size()), 0, walk, false};
        for (std::size_t i = depth; i < open_.size(); ++i) {
            depth_[open_[i].from] = kNone;
            path_.push_back(open_[i]);
        }
        open_.resize(depth);
        ring.last = static_cast<Index>(path_.size());
        ring.is_shell = runs_counter_clockwise(ring);
        if (ring.is_shell) {
            shell_of_walk_[walk] = static_cast<Index>(rings_.size());
        }
        rings_.push_back(ring);
    }

    std::size_t inner_count(Step step) const {
        const PointRange inner = graph_.inner[step.half_edge / 2];
        return inner.last - inner.first;
    }

    /// Point i of a step: the node that it leaves for i = 0, then its inner points.
    GridPoint point(Step step, std::size_t i) const {
        if (i == 0) {
            return graph_.nodes[step.from];
        }
        const PointRange inner = graph_.inner[step.half_edge / 2];
        return arrangement_.chains
            .points()[step.half_edge % 2 == 0 ? inner.first + i - 1 : inner.last - i];
    }

    struct Place {
        std::size_t step; ///< in path_
        std::size_t inner;
    };

    /// The leftmost point of a ring, the lowest of several.
    Place extreme(const TracedRing& ring) const {
        Place best{ring.first, 0};
        GridPoint least = point(path_[ring.first], 0);
        const auto look_at = [&](GridPoint p, std::size_t s, std::size_t i) {
            if (p.x < least.x || (p.x == least.x && p.y < least.y)) {
                least = p;
                best = {s, i};
            }
        };
        for (std::size_t s = ring.first; s < ring.last; ++s) {
            const HalfEdge h = path_[s].half_edge;
            look_at(point(path_[s], 0), s, 0);
            const std::size_t inner = inner_count(path_[s]);
            const GridPoint* points =
                arrangement_.chains.points().data() + graph_.inner[h / 2].first;
            for (std::size_t i = 0; i < inner; ++i) {
                look_at(points[i], s, h % 2 == 0 ? i + 1 : inner - i);
            }
        }
        return best;
    }

    /// Decided exactly at the extreme point, where a simple ring always turns.
    bool runs_counter_clockwise(const TracedRing& ring) const {
        const auto [step, inner] = extreme(ring);
        const GridPoint at = point(path_[step], inner);
        const std::size_t last_step = step == ring.first ? ring.last - 1 : step - 1;
        const std::size_t next_step = step + 1 == ring.last ? ring.first : step + 1;
        const GridPoint before = inner > 0 ? point(path_[step], inner - 1)
                                           : point(path_[last_step], inner_count(path_[last_step]));
        const GridPoint after = inner < inner_count(path_[step]) ? point(path_[step], inner + 1)
                                                                 : point(path_[next_step], 0);
        return orientation_value(before, at, after) > 0;
    }

    /// Finds the shell of each walk that has none: its holes bound the same part as the first
    /// boundary that is met to the left of them.
    void place_free_holes() {
        std::vector<GridPoint> leftmost(shell_of_walk_.size());
        std::vector<Index> free;
        for (const TracedRing& ring : rings_) {
            if (shell_of_walk_[ring.walk] != kNone) {
                continue;
            }
            const auto [step, inner] = extreme(ring);
            const GridPoint p = point(path_[step], inner);
            if (free.empty() || free.back() != ring.walk) { // rings of a walk stand together
                free.push_back(ring.walk);
                leftmost[ring.walk] = p;
            } else if (GridPoint& least = leftmost[ring.walk];
                       p.x < least.x || (p.x == least.x && p.y < least.y)) {
                least = p;
            }
        }
        // From left to right, so that the walk that is met already has its shell.
        std::sort(free.begin(), free.end(), [&](Index a, Index b) {
            return leftmost[a].x < leftmost[b].x ||
                   (leftmost[a].x == leftmost[b].x && leftmost[a].y < leftmost[b].y);
        });
        if (free.empty()) {
            return;
        }
        std::vector<GridPoint> places(free.size());
        std::transform(free.begin(), free.end(), places.begin(),
                       [&](Index walk) { return leftmost[walk]; });
        const std::vector<HalfEdge> met =
            nearest_left(places, arrangement_.chains, arrangement_.noding, graph_, boundary_);
        const std::vector<Index> walk_of = walks_by_edge();
        for (std::size_t i = 0; i < free.size(); ++i) {
            shell_of_walk_[free[i]] = shell_of_walk_[walk_of[met[i] / 2]];
        }
    }

    /// By noded edge on a boundary: the walk that passes along it. Only one of its half-edges is on
    /// a boundary.
    std::vector<Index> walks_by_edge() const {
        std::vector<Index> walk_of(graph_.edge_count(), kNone);
        for (const TracedRing& ring : rings_) {
            for (std::size_t s = ring.first; s < ring.last; ++s) {
                walk_of[path_[s].half_edge / 2] = ring.walk;
            }
        }
        return walk_of;
    }

    /// Every shell with its holes, in the order in which they were traced.
    Region polygons() const {
        std::vector<Index> first_hole(rings_.size() + 1, 0); // of the shell that ring is
        for (const TracedRing& ring : rings_) {
            first_hole[shell_of_walk_[ring.walk] + 1] += ring.is_shell ? 0 : 1;
        }
        std::partial_sum(first_hole.begin(), first_hole.end(), first_hole.begin());
        std::vector<Index> holes(first_hole.back());
        std::vector<Index> next(first_hole.begin(), first_hole.end() - 1);
        std::size_t positions = 0;
        for (Index r = 0; r < rings_.size(); ++r) {
            positions += position_count(rings_[r]);
            if (!rings_[r].is_shell) {
                holes[next[shell_of_walk_[rings_[r].walk]]++] = r;
            }
        }
        Region region;
        region.reserve(positions);
        for (std::size_t r = 0; r < rings_.size(); ++r) {
            if (rings_[r].is_shell) {
                region.add_polygon();
                append(rings_[r], region);
                for (Index h = first_hole[r]; h < first_hole[r + 1]; ++h) {
                    append(rings_[holes[h]], region);
                }
            }
        }
        return region;
    }

    std::size_t position_count(const TracedRing& ring) const {
        std::size_t count = 1; // the closing one
        for (std::size_t s = ring.first; s < ring.last; ++s) {
            count += 1 + inner_count(path_[s]);
        }
        return count;
    }

    void append(const TracedRing& ring, Region& region) const {
        const GridChains& chains = arrangement_.chains;
        const Position* positions =
            nodes_ == nullptr ? chains.boundary().positions() : chains.drawn().data();
        region.add_ring();
        for (std::size_t s = ring.first; s < ring.last; ++s) {
            const HalfEdge h = path_[s].half_edge;
            const PointRange inner = graph_.inner[h / 2];
            region.add(nodes_ == nullptr ? chains.grid().position(point(path_[s], 0))
                                         : nodes_->at[path_[s].from]);
            if (h % 2 == 0) {
                region.add({positions + inner.first, positions + inner.last});
            } else {
                for (Index i = inner.last; i-- > inner.first;) {
                    region.add(positions[i]);
                }
            }
        }
        region.close_ring();
    }

    const Arrangement& arrangement_;
    const PlanarGraph& graph_;
    const DrawnNodes* nodes_;
    static constexpr std::uint8_t kOpen = 1;   // a boundary not walked yet
    static constexpr std::uint8_t kWalked = 2; // one that is
    // Of half-edges: one of these with in on the left and out on the right, else 0.
    std::vector<std::uint8_t> boundary_;
    std::vector<Index> depth_; // of nodes: where in open_ one is left, kNone if it is not there
    std::vector<Step> open_;   // the walk under way, rings cut off
    std::vector<Step> path_;   // all rings
    std::vector<TracedRing> rings_;
    std::vector<Index> shell_of_walk_; // into rings_
};

} // namespace

BuiltRegion trace_polygons(const Arrangement& arrangement, InsideRule rule) {
    return BuiltRegion(Tracer(arrangement, rule).trace());
}

DrawnRegion trace_as_drawn(const Arrangement& arrangement, InsideRule rule) {
    const DrawnNodes nodes = drawn_nodes(arrangement);
    const bool valid =
        arrangement.noding.at_vertices_only && nodes.apart && !arrangement.chains.dropped_any();
    return {Tracer(arrangement, rule, &nodes).trace(), valid};
}

} // namespace shapes::overlay
