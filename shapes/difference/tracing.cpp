// SPDX-License-Identifier: MIT
#include "shapes/difference/tracing.hpp"

#include "shapes/difference/nearest_left.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace shapes::arrangement {
namespace {

constexpr Index kNone = std::numeric_limits<Index>::max();

/// A simple ring of half-edges: [first, last) in Tracer::path_.
struct TracedRing {
    std::size_t first;
    std::size_t last;
    Index walk;
    bool is_shell;
};

class Tracer {
  public:
    Tracer(const Arrangement& arrangement, InsideRule rule)
        : arrangement_(arrangement), graph_(arrangement.graph),
          boundary_(2 * graph_.edges.size(), false), walk_of_(boundary_.size(), kNone),
          depth_(graph_.nodes.size(), kNone) {
        for (const HalfEdge h : graph_.around) {
            boundary_[h] = inside(rule, graph_.left[h]) && !inside(rule, graph_.left[twin(h)]);
        }
    }

    Region trace() {
        for (const HalfEdge h : graph_.around) {
            if (boundary_[h] && walk_of_[h] == kNone) {
                walk(h);
            }
        }
        place_free_holes();
        return polygons();
    }

  private:
    HalfEdge next(HalfEdge h) const {
        const Node n = graph_.origin(twin(h));
        const Index begin = graph_.first_around[n];
        Index i = graph_.place[twin(h)];
        do {
            i = i == begin ? graph_.first_around[n + 1] - 1 : i - 1;
        } while (!boundary_[graph_.around[i]]);
        return graph_.around[i];
    }

    void walk(HalfEdge start) {
        const auto id = static_cast<Index>(shell_of_walk_.size());
        shell_of_walk_.push_back(kNone);
        std::vector<HalfEdge>& open = open_;
        for (HalfEdge h = start; walk_of_[h] == kNone; h = next(h)) {
            walk_of_[h] = id;
            depth_[graph_.origin(h)] = static_cast<Index>(open.size());
            open.push_back(h);
            if (const Index depth = depth_[graph_.origin(twin(h))]; depth != kNone) {
                cut_ring(depth, id);
            }
        }
    }

    /// The open half-edges from `depth` on have come back to where they began.
    void cut_ring(Index depth, Index walk) {
        TracedRing ring{path_.size(), 0, walk, false};
        for (std::size_t i = depth; i < open_.size(); ++i) {
            depth_[graph_.origin(open_[i])] = kNone;
            path_.push_back(open_[i]);
        }
        open_.resize(depth);
        ring.last = path_.size();
        ring.is_shell = runs_counter_clockwise(ring);
        if (ring.is_shell) {
            shell_of_walk_[walk] = static_cast<Index>(rings_.size());
        }
        rings_.push_back(ring);
    }

    std::size_t inner_count(HalfEdge h) const {
        const SuperEdge& e = graph_.edges[h / 2];
        return e.last_inner - e.first_inner;
    }

    /// Point i of a half-edge: its origin, then its inner points.
    GridPoint point(HalfEdge h, std::size_t i) const {
        if (i == 0) {
            return graph_.nodes[graph_.origin(h)];
        }
        const SuperEdge& e = graph_.edges[h / 2];
        return arrangement_.chains.points()[h % 2 == 0 ? e.first_inner + i - 1 : e.last_inner - i];
    }

    struct Place {
        std::size_t step; ///< in path_
        std::size_t inner;
    };

    /// The leftmost point of a ring, the lowest of several.
    Place extreme(const TracedRing& ring) const {
        Place best{ring.first, 0};
        GridPoint least = point(path_[ring.first], 0);
        for (std::size_t s = ring.first; s < ring.last; ++s) {
            for (std::size_t i = 0; i <= inner_count(path_[s]); ++i) {
                const GridPoint p = point(path_[s], i);
                if (p.x < least.x || (p.x == least.x && p.y < least.y)) {
                    least = p;
                    best = {s, i};
                }
            }
        }
        return best;
    }

    /// Decided exactly at the extreme point, where a simple ring does turn.
    bool runs_counter_clockwise(const TracedRing& ring) const {
        const auto [step, inner] = extreme(ring);
        const GridPoint at = point(path_[step], inner);
        const std::size_t last_step = step == ring.first ? ring.last - 1 : step - 1;
        const std::size_t next_step = step + 1 == ring.last ? ring.first : step + 1;
        const GridPoint before = inner > 0 ? point(path_[step], inner - 1)
                                           : point(path_[last_step], inner_count(path_[last_step]));
        const GridPoint after = inner < inner_count(path_[step]) ? point(path_[step], inner + 1)
                                                                 : point(path_[next_step], 0);
        return orientation(before, at, after) > 0;
    }

    /// Walks without a shell bound the part whose boundary is next on their left.
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
        // From left to right, so that the walk that is met has its shell already.
        std::sort(free.begin(), free.end(), [&](Index a, Index b) {
            return leftmost[a].x < leftmost[b].x ||
                   (leftmost[a].x == leftmost[b].x && leftmost[a].y < leftmost[b].y);
        });
        for (const Index walk : free) {
            const HalfEdge met = nearest_left(leftmost[walk], arrangement_.chains,
                                              arrangement_.noding, graph_, boundary_);
            shell_of_walk_[walk] = shell_of_walk_[walk_of_[met]];
        }
    }

    Region polygons() const {
        std::vector<std::size_t> order(rings_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto key = [this](std::size_t r) { return shell_of_walk_[rings_[r].walk]; };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            if (key(a) != key(b)) {
                return key(a) < key(b);
            }
            return rings_[a].is_shell != rings_[b].is_shell ? rings_[a].is_shell : a < b;
        });
        Region region;
        for (const std::size_t r : order) {
            if (rings_[r].is_shell) {
                region.add_polygon();
            }
            append(rings_[r], region);
        }
        return region;
    }

    void append(const TracedRing& ring, Region& region) const {
        region.add_ring();
        for (std::size_t s = ring.first; s < ring.last; ++s) {
            for (std::size_t i = 0; i <= inner_count(path_[s]); ++i) {
                region.add(arrangement_.chains.grid().position(point(path_[s], i)));
            }
        }
        region.close_ring();
    }

    const Arrangement& arrangement_;
    const Graph& graph_;
    std::vector<bool> boundary_; // of half-edges: in on the left, out on the right
    std::vector<Index> walk_of_; // of half-edges
    std::vector<Index> depth_;   // of nodes: where in open_ one is left, kNone if it is not there
    std::vector<HalfEdge> open_; // the walk under way, rings cut off
    std::vector<HalfEdge> path_; // all rings
    std::vector<TracedRing> rings_;
    std::vector<Index> shell_of_walk_; // into rings_
};

} // namespace

Region trace(const Arrangement& arrangement, InsideRule rule) {
    return Tracer(arrangement, rule).trace();
}

} // namespace shapes::arrangement
