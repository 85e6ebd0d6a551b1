// SPDX-License-Identifier: MIT
#include "shapes/overlay/noding.hpp"

#include "shapes/overlay/along_edge.hpp"
#include "shapes/overlay/hot_pixel.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

namespace shapes::overlay {
namespace {

/// Items grouped by edge: first[i] … first[i + 1] are those of edge i. `each(take)` is to call
/// take(edge, item) for all of them, and is called twice.
template<class Item, class Each>
std::vector<Index> group_by_edge(std::size_t edges, const Each& each, std::vector<Item>& items) {
    // Counted two places on and filled one place on, every start is where it belongs at the end.
    std::vector<Index> first(edges + 2, 0);
    each([&](Index edge, const Item&) { ++first[edge + 2]; });
    for (std::size_t i = 3; i < first.size(); ++i) {
        first[i] += first[i - 1];
    }
    std::vector<Item> grouped(first.back());
    each([&](Index edge, const Item& item) { grouped[first[edge + 1]++] = item; });
    first.pop_back();
    items = std::move(grouped);
    return first;
}

/// Items of one edge, put in order along it by their place `at`.
template<class Item>
void sort_along(const GridChains& chains, Index edge, std::span<Item> items) {
    const AlongEdge along(chains.point(edge), chains.point(edge + 1));
    const auto before = [&](const Item& a, const Item& b) { return along(a.at, b.at); };
    if (!std::ranges::is_sorted(items, before)) {
        std::ranges::sort(items, before);
    }
}

/// A crossing as one of its edges has it.
struct CrossingOnEdge {
    Index with;  ///< the other edge
    Index which; ///< as SegmentNode::plain_crossing, plain or not
    GridPoint at;
};

class Noder {
  public:
    Noder(const GridChains& chains, const edges::JoinHow& how)
        : chains_(chains), intersections_(find_intersections(chains, how)),
          plain_(intersections_.crossings.size(), true) {
        const std::vector<EdgeIntersection> crossings = std::move(intersections_.crossings);
        const auto each = [&crossings](const auto& take) {
            for (Index i = 0; i < crossings.size(); ++i) {
                const EdgeIntersection& c = crossings[i];
                take(c.first, CrossingOnEdge{c.second, 2 * i, c.at});
                take(c.second, CrossingOnEdge{c.first, 2 * i + 1, c.at});
            }
        };
        first_crossing_ = group_by_edge(chains.points().size(), each, crossings_);
        for (Index edge = 0; edge + 1 < first_crossing_.size(); ++edge) {
            const Index count = first_crossing_[edge + 1] - first_crossing_[edge];
            if (count > 0) {
                crossed_.push_back(edge);
                sort_along(chains, edge,
                           std::span(crossings_).subspan(first_crossing_[edge], count));
            }
        }
        noding_.crossing_count = static_cast<Index>(crossings.size());
        segment_nodes_ = std::move(intersections_.segment_nodes);
    }

    Noding run() {
        spread_crossings();
        for (const Index edge : crossed_) {
            for (Index i = first_crossing_[edge]; i < first_crossing_[edge + 1]; ++i) {
                if (!plain_[crossings_[i].which / 2]) {
                    add_node(edge, crossings_[i].at);
                }
            }
        }
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            const Index first = chains_.first_point(r);
            segment_nodes_.push_back({first, kNone, chains_.point(first)});
        }
        put_in_order();
        if (const std::vector<SegmentNode> spikes = spike_nodes(); !spikes.empty()) {
            segment_nodes_.insert(segment_nodes_.end(), spikes.begin(), spikes.end());
            put_in_order();
        }
        return std::move(noding_);
    }

  private:
    void add_node(Index edge, GridPoint at) {
        segment_nodes_.push_back(segment_node_at(chains_, edge, at));
    }

    /// An edge that meets the pixel of a crossing of two others.
    void node_at_crossing(Index edge, const CrossingOnEdge& c) {
        add_node(edge, c.at);
        plain_[c.which / 2] = false;
    }

    /// Stops every edge at the crossings of other edges whose pixels it meets. Such an edge is near
    /// both edges of the crossing, so those that cross one of them, near pairs and ring neighbours
    /// are all there are.
    void spread_crossings() {
        for (const EdgePair pair : intersections_.near) {
            spread(pair.first, pair.second);
            spread(pair.second, pair.first);
        }
        for (const Index edge : crossed_) {
            const Index before = chains_.edge_before(edge);
            const Index after = chains_.edge_from(edge + 1);
            if (spread(edge, before)) {
                segment_nodes_.push_back({edge, kNone, chains_.point(edge)});
            }
            if (spread(edge, after)) {
                segment_nodes_.push_back({after, kNone, chains_.point(after)});
            }
            for (Index i = first_crossing_[edge]; i < first_crossing_[edge + 1]; ++i) {
                node_at_neighbours(edge, i);
            }
        }
    }

    /// The edge that crosses at i, stopped in the pixels of the other crossings next to i on the
    /// same edge that it meets. The further along, the further from it.
    void node_at_neighbours(Index edge, Index i) {
        const Index with = crossings_[i].with;
        const auto meets = [&](Index other) {
            const CrossingOnEdge& c = crossings_[other];
            if (certainly_off(with, c.at)) {
                return false;
            }
            if (c.with != with && meets_pixel(chains_.point(with), chains_.point(with + 1), c.at)) {
                node_at_crossing(with, c);
            }
            return true;
        };
        for (Index other = i; other-- > first_crossing_[edge] && meets(other);) {
        }
        for (Index other = i + 1; other < first_crossing_[edge + 1] && meets(other); ++other) {
        }
    }

    /// Whether c, and whatever is further along an edge that crosses this one, certainly lies in no
    /// pixel that the edge meets: more than five units from its line. Crossings of one column of
    /// pixels may be in the wrong order by two units, and lie beside the centres of theirs.
    bool certainly_off(Index edge, GridPoint c) const {
        constexpr double kUnits = 5.0;
        const GridPoint p = chains_.point(edge);
        const Offset d = offset(p, chains_.point(edge + 1));
        const Offset to_c = offset(p, c);
        return std::abs(d.x * to_c.y - d.y * to_c.x) >
               distance_bound(d.size(), to_c.size(), kUnits);
    }

    /// True where edge `to` meets the pixel of a crossing on edge `from` (not that of the two).
    bool spread(Index from, Index to) {
        constexpr Index kFew = 8; // cheaper to look at than to search
        Index c = first_crossing_[from];
        Index end = first_crossing_[from + 1];
        if (end - c > kFew) {
            std::tie(c, end) = crossings_beside(from, to);
        }
        bool met = false;
        for (; c < end; ++c) {
            const CrossingOnEdge& x = crossings_[c];
            if (x.with != to && !certainly_off(to, x.at) &&
                meets_pixel(chains_.point(to), chains_.point(to + 1), x.at)) {
                node_at_crossing(to, x);
                met = true;
            }
        }
        return met;
    }

    /// The crossings on edge `from` that are not beyond the ends of edge `to`.
    std::pair<Index, Index> crossings_beside(Index from, Index to) const {
        const AlongEdge along(chains_.point(from), chains_.point(from + 1));
        const auto [low, high] = std::minmax({along.main_coordinate(chains_.point(to)),
                                              along.main_coordinate(chains_.point(to + 1))});
        const auto crossings = std::span(crossings_);
        const auto on_edge = crossings.subspan(first_crossing_[from],
                                               first_crossing_[from + 1] - first_crossing_[from]);
        const auto place = [&along](const CrossingOnEdge& x) {
            return along.main_coordinate(x.at);
        };
        const auto first = std::ranges::lower_bound(on_edge, low, {}, place);
        const auto last = std::ranges::upper_bound(on_edge, high, {}, place);
        return {static_cast<Index>(std::distance(crossings.begin(), first)),
                static_cast<Index>(std::distance(crossings.begin(), last))};
    }

    /// Plain crossings stand in order already; the other segment nodes are sorted and merged into
    /// them.
    void put_in_order() {
        const auto each = [this](const auto& take) {
            for (const SegmentNode& s : segment_nodes_) {
                take(s.edge, s);
            }
        };
        const std::vector<Index> first =
            group_by_edge(chains_.points().size(), each, segment_nodes_);
        for (std::size_t begin = 0; begin < segment_nodes_.size();) {
            const Index edge = segment_nodes_[begin].edge;
            const std::size_t count = first[edge + 1] - begin;
            sort_along(chains_, edge, std::span(segment_nodes_).subspan(begin, count));
            begin += count;
        }
        merge();
    }

    void merge() {
        std::vector<SegmentNode>& merged = noding_.segment_nodes;
        merged.clear();
        merged.reserve(segment_nodes_.size() + crossings_.size());
        auto next = segment_nodes_.begin();
        const auto take_while = [&](const auto& holds) {
            for (; next != segment_nodes_.end() && holds(*next); ++next) {
                if (merged.empty() || !(merged.back() == *next)) {
                    merged.push_back(*next);
                }
            }
        };
        for (const Index edge : crossed_) {
            take_while([&](const SegmentNode& s) { return s.edge < edge; });
            const AlongEdge along(chains_.point(edge), chains_.point(edge + 1));
            for (Index i = first_crossing_[edge]; i < first_crossing_[edge + 1]; ++i) {
                const CrossingOnEdge& c = crossings_[i];
                if (plain_[c.which / 2]) {
                    take_while(
                        [&](const SegmentNode& s) { return s.edge == edge && along(s.at, c.at); });
                    merged.push_back({edge, c.which, c.at});
                }
            }
        }
        take_while([](const SegmentNode&) { return true; });
        count_segment_nodes();
    }

    void count_segment_nodes() {
        noding_.first_segment_node.clear();
        noding_.first_segment_node.reserve(chains_.points().size() + 1);
        for (Index i = 0; i < noding_.segment_nodes.size(); ++i) {
            noding_.first_segment_node.resize(noding_.segment_nodes[i].edge + 1, i);
        }
        noding_.first_segment_node.resize(chains_.points().size() + 1,
                                          static_cast<Index>(noding_.segment_nodes.size()));
    }

    /// Where a path turns back on itself, at a vertex that is no segment node yet, the same piece
    /// is gone over twice: the vertex becomes a segment node, so that the two can be merged.
    /// Without a segment node on either side the vertex is a folded corner and is one already.
    std::vector<SegmentNode> spike_nodes() const {
        std::vector<SegmentNode> spikes;
        for (const SegmentNode& s : noding_.segment_nodes) {
            add_if_spike(s.edge, spikes);
            add_if_spike(chains_.edge_from(s.edge + 1), spikes);
        }
        return spikes;
    }

    void add_if_spike(Index edge, std::vector<SegmentNode>& spikes) const {
        const std::vector<SegmentNode>& segment_nodes = noding_.segment_nodes;
        const std::vector<Index>& first = noding_.first_segment_node;
        const Index before = chains_.edge_before(edge);
        const bool node_before = first[before] != first[before + 1];
        const bool node_here = first[edge] != first[edge + 1];
        if (node_here && segment_nodes[first[edge]].at == chains_.point(edge)) {
            return; // is a segment node
        }
        const GridPoint from =
            node_before ? segment_nodes[first[before + 1] - 1].at : chains_.point(before);
        const GridPoint to = node_here ? segment_nodes[first[edge]].at : chains_.point(edge + 1);
        if (from == to) {
            spikes.push_back({edge, kNone, chains_.point(edge)});
        }
    }

    const GridChains& chains_;
    EdgeIntersections intersections_;
    /// By crossing: no third edge was seen to meet its pixel. Nor is a vertex there then, which
    /// would be the end of an edge that is neither of the two.
    std::vector<bool> plain_;
    std::vector<CrossingOnEdge> crossings_; ///< grouped by edge, in order along it
    std::vector<Index> first_crossing_;
    std::vector<Index> crossed_;             ///< edges that have any
    std::vector<SegmentNode> segment_nodes_; ///< all but plain crossings
    Noding noding_;
};

} // namespace

Noding node_edges(const GridChains& chains, const edges::JoinHow& how) {
    return Noder(chains, how).run();
}

} // namespace shapes::overlay
