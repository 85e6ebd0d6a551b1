// SPDX-License-Identifier: MIT
#include "shapes/difference/noding.hpp"

#include "shapes/difference/near_pairs.hpp"

#include <algorithm>
#include <cstdlib>

namespace shapes::arrangement {
namespace {

/// Pairs of edges further apart than this cannot meet the same hot cell (a cell is √2 across).
constexpr std::int64_t kNear = 2;

/// Whether r, at orientation `o` from p → q, lies within kNear units of the segment; true a little
/// beyond that as well (|dx| + |dy| stands for the length).
bool is_near(GridPoint p, GridPoint q, GridPoint r, Wide o) {
    const Wide reach = kNear * (static_cast<Wide>(std::abs(q.x - p.x)) + std::abs(q.y - p.y));
    return o <= reach && -o <= reach && r.x >= std::min(p.x, q.x) - kNear &&
           r.x <= std::max(p.x, q.x) + kNear && r.y >= std::min(p.y, q.y) - kNear &&
           r.y <= std::max(p.y, q.y) + kNear;
}

/// A proper crossing on an edge, and the other edge of the crossing.
struct Crossing {
    Index edge;
    Index with;
    GridPoint at;
};

/// Places along an edge in the order in which it meets their cells: of two cells the one that comes
/// first along the coordinate that changes most; cells of one column (row) by the other coordinate.
class AlongEdge {
  public:
    AlongEdge(GridPoint from, GridPoint to)
        : x_first_(std::abs(to.x - from.x) >= std::abs(to.y - from.y)), left_(to.x < from.x),
          down_(to.y < from.y) {}

    bool operator()(GridPoint a, GridPoint b) const {
        const std::int64_t dx = left_ ? a.x - b.x : b.x - a.x;
        const std::int64_t dy = down_ ? a.y - b.y : b.y - a.y;
        return x_first_ ? dx > 0 || (dx == 0 && dy > 0) : dy > 0 || (dy == 0 && dx > 0);
    }

    /// How far along the edge a place is, by the coordinate that changes most.
    std::int64_t main_coordinate(GridPoint p) const {
        return x_first_ ? (left_ ? -p.x : p.x) : (down_ ? -p.y : p.y);
    }

  private:
    bool x_first_, left_, down_;
};

class Noder {
  public:
    explicit Noder(const GridChains& chains)
        : points_(chains.points), chains_(chains), first_crossing_(points_.size() + 1, 0) {}

    void contacts(std::span<const EdgePair> pairs) {
        for (const EdgePair pair : pairs) {
            contact(pair.first, pair.second);
        }
    }

    Noding finish() {
        ring_neighbours();
        sort_crossings();
        spread_crossings();
        return collect();
    }

  private:
    // --- contacts between two edges -----------------------------------------------------------

    void contact(Index i, Index k) {
        if (k == i + 1 || closes_ring(i, k)) {
            return; // neighbours of a ring always touch: see ring_neighbours()
        }
        const GridPoint p = points_[i];
        const GridPoint q = points_[i + 1];
        const GridPoint r = points_[k];
        const GridPoint s = points_[k + 1];
        const Wide o_r = orientation(p, q, r);
        const Wide o_s = orientation(p, q, s);
        const Wide reach = kNear * (static_cast<Wide>(std::abs(q.x - p.x)) + std::abs(q.y - p.y));
        if ((o_r > reach && o_s > reach) || (o_r < -reach && o_s < -reach)) {
            return;
        }
        const Wide o_p = orientation(r, s, p);
        const Wide o_q = orientation(r, s, q);
        bool near = false;
        if (sign(o_r) * sign(o_s) < 0 && sign(o_p) * sign(o_q) < 0) {
            const GridPoint x = cell_of_crossing(p, q, r, s);
            crossings_.push_back({i, k, x});
            crossings_.push_back({k, i, x});
            near = true;
        }
        near |= vertex_near_edge(k, i, o_r);
        near |= vertex_near_edge(k + 1, i, o_s);
        near |= vertex_near_edge(i, k, o_p);
        near |= vertex_near_edge(i + 1, k, o_q);
        if (near) {
            near_.push_back({i, k});
        }
    }

    /// Stops `edge` at the vertex where it meets the vertex' cell; true where they are near.
    bool vertex_near_edge(Index vertex, Index edge, Wide o) {
        const GridPoint v = points_[vertex];
        if (!is_near(points_[edge], points_[edge + 1], v, o)) {
            return false;
        }
        if (meets_cell(points_[edge], points_[edge + 1], v)) {
            stop(edge, v);
            stops_.push_back({vertex, v});
        }
        return true;
    }

    /// Records a stop; one at the end of an edge belongs to the next edge of the ring
    /// (canonical()).
    void stop(Index edge, GridPoint at) {
        stops_.push_back({at == points_[edge + 1] ? edge + 1 : edge, at});
    }

    // --- neighbours in a ring -----------------------------------------------------------------

    bool closes_ring(Index i, Index k) const {
        if (points_[k + 1] != points_[i]) {
            return false;
        }
        const auto after =
            std::upper_bound(chains_.ring_starts.begin(), chains_.ring_starts.end(), i);
        return *(after - 1) == i && *after == k + 2;
    }

    /// A pointed corner may fold onto itself: the far end of one side may meet the other side.
    void ring_neighbours() {
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            Index before = chains_.last_point(r) - 1;
            for (Index edge = chains_.first_point(r); edge < chains_.last_point(r); ++edge) {
                corner(before, edge);
                before = edge;
            }
        }
    }

    void corner(Index before, Index edge) {
        const GridPoint p = points_[before];
        const GridPoint v = points_[edge];
        const GridPoint s = points_[edge + 1];
        if (meets_cell(v, s, p)) {
            stop(edge, p);
            stops_.push_back({before, p});
            stops_.push_back({edge, v});
        }
        if (meets_cell(p, v, s)) {
            stop(before, s);
            stops_.push_back({edge + 1, s});
            stops_.push_back({edge, v});
        }
    }

    // --- crossings and the edges that pass by -------------------------------------------------

    void sort_crossings() {
        for (const Crossing& c : crossings_) {
            ++first_crossing_[c.edge + 1];
        }
        for (std::size_t i = 1; i < first_crossing_.size(); ++i) {
            first_crossing_[i] += first_crossing_[i - 1];
        }
        std::vector<Crossing> sorted(crossings_.size());
        std::vector<Index> next(first_crossing_.begin(), first_crossing_.end() - 1);
        for (const Crossing& c : crossings_) {
            sorted[next[c.edge]++] = c;
        }
        crossings_ = std::move(sorted);
        for (std::size_t begin = 0; begin < crossings_.size();) {
            const Index edge = crossings_[begin].edge;
            const std::size_t end = first_crossing_[edge + 1];
            const AlongEdge along(points_[edge], points_[edge + 1]);
            std::sort(crossings_.begin() + static_cast<std::ptrdiff_t>(begin),
                      crossings_.begin() + static_cast<std::ptrdiff_t>(end),
                      [&](const Crossing& a, const Crossing& b) {
                          return along(a.at, b.at) || (a.at == b.at && a.with < b.with);
                      });
            begin = end;
        }
    }

    /// Stops every edge at the crossings of other edges whose cells it meets. Such an edge is near
    /// both edges of the crossing, so the pairs seen so far are all there are.
    void spread_crossings() {
        for (const EdgePair pair : near_) {
            spread(pair.first, pair.second);
            spread(pair.second, pair.first);
        }
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            Index before = chains_.last_point(r) - 1;
            for (Index edge = chains_.first_point(r); edge < chains_.last_point(r); ++edge) {
                if (spread(before, edge) | spread(edge, before)) { // both, whatever the first says
                    stops_.push_back({edge, points_[edge]});
                }
                before = edge;
            }
        }
        for (const Crossing& c : crossings_) {
            stop(c.edge, c.at);
        }
    }

    bool spread(Index from, Index to) {
        const std::size_t begin = first_crossing_[from];
        const std::size_t end = first_crossing_[from + 1];
        if (begin == end) {
            return false;
        }
        const AlongEdge along(points_[from], points_[from + 1]);
        const GridPoint r = points_[to];
        const GridPoint s = points_[to + 1];
        const auto [low, high] = std::minmax({along.main_coordinate(r), along.main_coordinate(s)});
        auto c = std::partition_point(
            crossings_.begin() + static_cast<std::ptrdiff_t>(begin),
            crossings_.begin() + static_cast<std::ptrdiff_t>(end),
            [&, least = low](const Crossing& x) { return along.main_coordinate(x.at) < least; });
        bool met = false;
        for (; c != crossings_.begin() + static_cast<std::ptrdiff_t>(end) &&
               along.main_coordinate(c->at) <= high;
             ++c) {
            if (c->with != to && meets_cell(r, s, c->at)) {
                stop(to, c->at);
                met = true;
            }
        }
        return met;
    }

    // --- all stops in order -------------------------------------------------------------------

    Noding collect() {
        canonical();
        Noding out = in_order();
        if (const std::size_t before = stops_.size(); add_spikes(out), stops_.size() > before) {
            out = in_order();
        }
        return out;
    }

    /// The first point of every ring is a stop; the last point of a ring is its first one.
    void canonical() {
        std::vector<Index> first_of_last(points_.size(), 0);
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            first_of_last[chains_.last_point(r)] =
                chains_.first_point(r) + 1; // 0: not a last point
        }
        for (Stop& s : stops_) {
            if (const Index first = first_of_last[s.edge]; first != 0) {
                s.edge = first - 1;
            }
        }
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            const Index first = chains_.first_point(r);
            stops_.push_back({first, points_[first]});
        }
    }

    Noding in_order() const {
        Noding out;
        out.first_stop.assign(points_.size() + 1, 0);
        for (const Stop& s : stops_) {
            ++out.first_stop[s.edge + 1];
        }
        for (std::size_t i = 1; i < out.first_stop.size(); ++i) {
            out.first_stop[i] += out.first_stop[i - 1];
        }
        out.stops.resize(stops_.size());
        std::vector<Index> next(out.first_stop.begin(), out.first_stop.end() - 1);
        for (const Stop& s : stops_) {
            out.stops[next[s.edge]++] = s;
        }
        sort_and_drop_repeats(out);
        return out;
    }

    void sort_and_drop_repeats(Noding& out) const {
        std::size_t kept = 0;
        std::size_t begin = 0;
        for (Index edge = 0; edge + 1 < out.first_stop.size(); ++edge) {
            const std::size_t end = out.first_stop[edge + 1];
            const auto first = out.stops.begin() + static_cast<std::ptrdiff_t>(begin);
            auto last = out.stops.begin() + static_cast<std::ptrdiff_t>(end);
            if (end - begin > 1) {
                const AlongEdge along(points_[edge], points_[edge + 1]);
                std::sort(first, last,
                          [&](const Stop& a, const Stop& b) { return along(a.at, b.at); });
                last = std::unique(first, last);
            }
            out.first_stop[edge] = static_cast<Index>(kept);
            for (auto s = first; s != last; ++s) {
                out.stops[kept++] = *s;
            }
            begin = end;
        }
        out.first_stop.back() = static_cast<Index>(kept);
        out.stops.resize(kept);
    }

    /// Where a path turns back on itself, at a vertex that is no stop yet, the same piece is gone
    /// over twice: the vertex becomes a stop so that the two can be merged.
    void add_spikes(const Noding& noding) {
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            for (Index edge = chains_.first_point(r) + 1; edge < chains_.last_point(r); ++edge) {
                const Index before = edge - 1;
                const Index b = noding.first_stop[before];
                const Index e = noding.first_stop[edge];
                const Index end = noding.first_stop[edge + 1];
                if (e != end && noding.stops[e].at == points_[edge]) {
                    continue; // is a stop
                }
                const GridPoint from = b != e ? noding.stops[e - 1].at : points_[before];
                const GridPoint to = e != end ? noding.stops[e].at : points_[edge + 1];
                if (from == to) {
                    stops_.push_back({edge, points_[edge]});
                }
            }
        }
    }

    const std::vector<GridPoint>& points_;
    const GridChains& chains_;
    std::vector<Crossing> crossings_;
    std::vector<Index> first_crossing_; // crossings of edge i: [first_crossing_[i], [i + 1])
    std::vector<EdgePair> near_;
    std::vector<Stop> stops_;
};

} // namespace

Noding node(const GridChains& chains, const OverlayTree& tree) {
    Noder noder(chains);
    for_each_near_pair(tree, [&](std::span<const EdgePair> pairs) { noder.contacts(pairs); });
    return noder.finish();
}

} // namespace shapes::arrangement
