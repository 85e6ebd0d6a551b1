// SPDX-License-Identifier: MIT
#include "shapes/overlay/edge_intersections.hpp"
#include "shapes/overlay/hot_pixel.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>
#include <utility>

namespace shapes::overlay {
namespace {

constexpr std::int64_t kNear = GridChains::kNear;

/// See distance_bound, for kNear units.
double certain_bound(double size, double extent) {
    return distance_bound(size, extent, static_cast<double>(kNear));
}

/// A segment with what its tests have in common.
class Segment {
  public:
    Segment(GridPoint p, GridPoint q)
        : p_(p), q_(q),
          reach_(kNear * (static_cast<Wide>(std::abs(q.x - p.x)) + std::abs(q.y - p.y))) {}

    GridPoint from() const { return p_; }
    GridPoint to() const { return q_; }
    Wide side(GridPoint r) const { return orientation_value(p_, q_, r); }

    /// Whether two places at these orientations lie on one side and further than kNear away.
    bool clear_of(Wide o_r, Wide o_s) const {
        return (o_r > reach_ && o_s > reach_) || (o_r < -reach_ && o_s < -reach_);
    }

    /// Whether r, at orientation `o`, lies within kNear units of the segment; true a little beyond
    /// that as well (|dx| + |dy| stands for the length).
    bool is_near(GridPoint r, Wide o) const {
        return o <= reach_ && -o <= reach_ && r.x >= std::min(p_.x, q_.x) - kNear &&
               r.x <= std::max(p_.x, q_.x) + kNear && r.y >= std::min(p_.y, q_.y) - kNear &&
               r.y <= std::max(p_.y, q_.y) + kNear;
    }

    bool meets_pixel_of(GridPoint c) const { return meets_pixel(p_, q_, c); }

  private:
    GridPoint p_, q_;
    Wide reach_;
};

class IntersectionFinder {
  public:
    explicit IntersectionFinder(const GridChains& chains) : chains_(chains) {}

    EdgeIntersections find(const edges::JoinHow& how) {
        edges::for_each_candidate_within(
            chains_.boundary(), chains_.tree(),
            [this](std::span<const std::uint32_t> first, std::span<const std::uint32_t> second) {
                for (std::size_t i = 0; i < first.size(); ++i) {
                    contact(first[i], second[i]);
                }
            },
            how);
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            corners(r);
        }
        return std::move(found_);
    }

  private:
    /// On which side of an edge's line, and further than kNear from it, the ends of another edge
    /// certainly lie: +1 left, −1 right, 0 not certain.
    struct CertainSides {
        int from, to;
    };

    /// Edges i < k.
    void contact(Index i, Index k) {
        if (are_neighbours(i, k)) {
            return; // they always touch: see corners()
        }
        const CertainSides of_k = certain_sides(i, k);
        if (of_k.from * of_k.to > 0) {
            return;
        }
        const CertainSides of_i = certain_sides(k, i);
        if (of_i.from * of_i.to > 0) {
            return;
        }
        if (of_k.from * of_k.to < 0 && of_i.from * of_i.to < 0) {
            add_crossing(i, k, of_i.to > 0); // and no end is near
            return;
        }
        if (meet_at_vertices(i, k, of_i, of_k)) {
            found_.near.push_back({i, k});
            return;
        }
        const Segment e(chains_.point(i), chains_.point(i + 1));
        const Segment f(chains_.point(k), chains_.point(k + 1));
        const Wide f_from = e.side(f.from());
        const Wide f_to = e.side(f.to());
        if (e.clear_of(f_from, f_to)) {
            return;
        }
        const Wide e_from = f.side(e.from());
        const Wide e_to = f.side(e.to());
        bool near = false;
        if (sign(f_from) * sign(f_to) < 0 && sign(e_from) * sign(e_to) < 0) {
            add_crossing(i, k, e_to > 0);
            near = true;
        }
        near |= vertex_near(e, i, k, f.from(), f_from);
        near |= vertex_near(e, i, k + 1, f.to(), f_to);
        near |= vertex_near(f, k, i, e.from(), e_from);
        near |= vertex_near(f, k, i + 1, e.to(), e_to);
        if (near) {
            found_.near.push_back({i, k});
        }
    }

    /// One and the same edge, or edges with one vertex in common that otherwise are apart: each of
    /// the two other ends is certainly beside the other edge's line. Nearly all contacts of maps
    /// drawn over the same lines are such.
    bool meet_at_vertices(Index i, Index k, CertainSides of_i, CertainSides of_k) {
        const GridPoint p = chains_.point(i);
        const GridPoint q = chains_.point(i + 1);
        const GridPoint r = chains_.point(k);
        const GridPoint s = chains_.point(k + 1);
        if (p == r && (q == s || (of_i.to != 0 && of_k.to != 0))) {
            // Stops belong to the edges that start here, which are a pair of their own.
            found_.segment_nodes.push_back({i, kNone, p});
            found_.segment_nodes.push_back({k, kNone, r});
            return true;
        }
        return (p == s && (q == r || (of_i.to != 0 && of_k.from != 0))) ||
               (q == r && of_i.from != 0 && of_k.to != 0) ||
               (q == s && of_i.from != 0 && of_k.from != 0);
    }

    void add_crossing(Index i, Index k, bool i_to_the_left) {
        const GridPoint x = pixel_of_crossing(chains_.point(i), chains_.point(i + 1),
                                              chains_.point(k), chains_.point(k + 1));
        found_.crossings.push_back({i_to_the_left ? i : k, i_to_the_left ? k : i, x});
        found_.at_vertices_only = false;
    }

    CertainSides certain_sides(Index edge, Index other) const {
        const GridPoint p = chains_.point(edge);
        const Offset d = offset(p, chains_.point(edge + 1));
        const Offset to_r = offset(p, chains_.point(other));
        const Offset to_s = offset(p, chains_.point(other + 1));
        const double r = d.x * to_r.y - d.y * to_r.x;
        const double s = d.x * to_s.y - d.y * to_s.x;
        const double bound = certain_bound(d.size(), to_r.size() + to_s.size());
        const auto side = [bound](double o) {
            return static_cast<int>(o > bound) - static_cast<int>(o < -bound);
        };
        return {side(r), side(s)};
    }

    bool are_neighbours(Index i, Index k) const {
        return k == i + 1 ||
               (chains_.point(k + 1) == chains_.point(i) && chains_.edge_from(k + 1) == i);
    }

    /// Stops an edge where it meets the pixel of a vertex; true where the two are near.
    bool vertex_near(const Segment& segment, Index edge, Index vertex, GridPoint v, Wide o) {
        if (!segment.is_near(v, o)) {
            return false;
        }
        if (v != segment.from() && v != segment.to()) {
            found_.at_vertices_only = false;
        }
        if (segment.meets_pixel_of(v)) {
            add_node(edge, v);
            add_node(vertex, v);
        }
        return true;
    }

    void add_node(Index edge, GridPoint at) {
        found_.segment_nodes.push_back(segment_node_at(chains_, edge, at));
    }

    /// A pointed corner may fold onto itself: the far end of one side may meet the other side.
    void corners(std::size_t ring) {
        const Index last = chains_.last_point(ring);
        const GridPoint* const points = chains_.points().data();
        Index before = last - 1;
        Offset in = offset(points[before], points[last]);
        for (Index edge = chains_.first_point(ring); edge < last; ++edge) {
            const Offset out = offset(points[edge], points[edge + 1]);
            const double size = std::max(in.size(), out.size());
            // Else each far end is plainly further than kNear from the other side's line.
            if (std::abs(in.x * out.y - in.y * out.x) <= certain_bound(size, size)) {
                corner(before, edge);
            }
            before = edge;
            in = out;
        }
    }

    void corner(Index before, Index edge) {
        const GridPoint p = chains_.point(before);
        const GridPoint v = chains_.point(edge);
        const GridPoint s = chains_.point(edge + 1);
        const Segment in(p, v);
        const Segment out(v, s);
        if (in.is_near(s, in.side(s)) || out.is_near(p, out.side(p))) {
            found_.at_vertices_only = false;
        }
        if (meets_pixel(v, s, p)) {
            add_node(edge, p);
            add_node(before, p);
            add_node(edge, v);
        }
        if (meets_pixel(p, v, s)) {
            add_node(before, s);
            add_node(edge + 1, s);
            add_node(edge, v);
        }
    }

    const GridChains& chains_;
    EdgeIntersections found_;
};

} // namespace

SegmentNode segment_node_at(const GridChains& chains, Index edge, GridPoint at) {
    const bool at_its_end = at != chains.point(edge) && at == chains.point(edge + 1);
    return {chains.edge_from(at_its_end ? edge + 1 : edge), kNone, at};
}

EdgeIntersections find_intersections(const GridChains& chains, const edges::JoinHow& how) {
    return IntersectionFinder(chains).find(how);
}

} // namespace shapes::overlay
