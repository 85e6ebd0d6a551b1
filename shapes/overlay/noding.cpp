// SPDX-License-Identifier: MIT
#include "shapes/overlay/noding.hpp"

#include "shapes/overlay/along_edge.hpp"
#include "shapes/overlay/edge_crossings.hpp"
#include "shapes/overlay/hot_pixel.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

// Noding has three stages:
//
// 1. Find how edges meet in pairs (edge_intersections.hpp), and sort the crossings along each edge
//    (edge_crossings.hpp).
// 2. Find which further edges meet the hot pixels of those crossings.
// 3. Sort all segment nodes along their edges.

namespace shapes::overlay {
namespace {

/// The result of the second stage.
struct MetPixels {
    /// By crossing: whether no third edge meets its pixel. Then no vertex is in the pixel either,
    /// because a vertex would be the end of a third edge.
    std::vector<bool> plain;
    std::vector<SegmentNode> nodes; ///< all segment nodes except those of plain crossings
};

/// Finds the edges that meet hot pixels of crossings of other edges.
class PixelSearch {
  public:
    /// `nodes` are the segment nodes that the first stage has found.
    PixelSearch(const GridChains& chains, const EdgeCrossings& crossings,
                const std::vector<EdgePair>& near, std::vector<SegmentNode> nodes)
        : chains_(chains), crossings_(crossings), near_(near) {
        found_.nodes = std::move(nodes);
        found_.plain.assign(crossings.all.size() / 2, true);
    }

    MetPixels run() {
        spread_crossings();
        for (const Index edge : crossings_.crossed) {
            for (const CrossingOnEdge& c : crossings_.on(edge)) {
                if (!found_.plain[c.which / 2]) {
                    add_node(edge, c.at);
                }
            }
        }
        return std::move(found_);
    }

  private:
    void add_node(Index edge, GridPoint at) {
        found_.nodes.push_back(segment_node_at(chains_, edge, at));
    }

    /// Adds a node where an edge meets the pixel of a crossing of two other edges.
    void node_at_crossing(Index edge, const CrossingOnEdge& c) {
        add_node(edge, c.at);
        found_.plain[c.which / 2] = false;
    }

    /// Adds nodes to every edge where it meets the pixels of crossings of other edges. Such an edge
    /// is near both edges of the crossing. So the only candidates are edges that cross one of the
    /// two, that are a near pair with one of them, or that follow one of them on a ring.
    void spread_crossings() {
        for (const EdgePair pair : near_) {
            spread(pair.first, pair.second);
            spread(pair.second, pair.first);
        }
        for (const Index edge : crossings_.crossed) {
            const Index before = chains_.edge_before(edge);
            const Index after = chains_.edge_from(edge + 1);
            if (spread(edge, before)) {
                found_.nodes.push_back({edge, kNone, chains_.point(edge)});
            }
            if (spread(edge, after)) {
                found_.nodes.push_back({after, kNone, chains_.point(after)});
            }
            for (Index i = crossings_.first[edge]; i < crossings_.first[edge + 1]; ++i) {
                node_at_neighbours(edge, i);
            }
        }
    }

    /// Adds nodes to the edge that crosses at i, where it meets the pixels of other crossings on
    /// the same edge. The crossings are taken outwards from i, in both directions, as those further
    /// along are further from the crossing edge.
    void node_at_neighbours(Index edge, Index i) {
        const Index with = crossings_.all[i].with;
        const auto meets = [&](Index other) {
            const CrossingOnEdge& c = crossings_.all[other];
            if (certainly_off(with, c.at)) {
                return false;
            }
            if (c.with != with && meets_pixel(chains_.point(with), chains_.point(with + 1), c.at)) {
                node_at_crossing(with, c);
            }
            return true;
        };
        for (Index other = i; other-- > crossings_.first[edge] && meets(other);) {
        }
        for (Index other = i + 1; other < crossings_.first[edge + 1] && meets(other); ++other) {
        }
    }

    /// Whether the edge certainly meets neither the pixel of crossing c nor those of crossings
    /// further along, which holds if c is more than five units from the edge's line. The distance
    /// leaves room for two effects: crossings in one column of pixels may be sorted wrongly by up
    /// to two units, and a crossing may lie beside the centre of its pixel.
    bool certainly_off(Index edge, GridPoint c) const {
        constexpr double kUnits = 5.0;
        const GridPoint p = chains_.point(edge);
        const Offset d = offset(p, chains_.point(edge + 1));
        const Offset to_c = offset(p, c);
        return std::abs(d.x * to_c.y - d.y * to_c.x) >
               distance_bound(d.size(), to_c.size(), kUnits);
    }

    /// Adds nodes to edge `to` where it meets the pixels of crossings on edge `from`, other than
    /// the crossing of the two. Returns whether there are any.
    bool spread(Index from, Index to) {
        constexpr Index kFew = 8; // cheaper to look at than to search
        Index c = crossings_.first[from];
        Index end = crossings_.first[from + 1];
        if (end - c > kFew) {
            std::tie(c, end) = crossings_beside(from, to);
        }
        bool met = false;
        for (; c < end; ++c) {
            const CrossingOnEdge& x = crossings_.all[c];
            if (x.with != to && !certainly_off(to, x.at) &&
                meets_pixel(chains_.point(to), chains_.point(to + 1), x.at)) {
                node_at_crossing(to, x);
                met = true;
            }
        }
        return met;
    }

    /// The crossings on edge `from` that do not lie beyond the ends of edge `to`.
    std::pair<Index, Index> crossings_beside(Index from, Index to) const {
        const AlongEdge along(chains_.point(from), chains_.point(from + 1));
        const auto [low, high] = std::minmax({along.main_coordinate(chains_.point(to)),
                                              along.main_coordinate(chains_.point(to + 1))});
        const auto on_edge = crossings_.on(from);
        const auto place = [&along](const CrossingOnEdge& x) {
            return along.main_coordinate(x.at);
        };
        const auto first = std::ranges::lower_bound(on_edge, low, {}, place);
        const auto last = std::ranges::upper_bound(on_edge, high, {}, place);
        return {crossings_.first[from] + static_cast<Index>(std::distance(on_edge.begin(), first)),
                crossings_.first[from] + static_cast<Index>(std::distance(on_edge.begin(), last))};
    }

    const GridChains& chains_;
    const EdgeCrossings& crossings_;
    const std::vector<EdgePair>& near_;
    MetPixels found_;
};

/// Sorts all segment nodes along their edges.
class NodeOrder {
  public:
    NodeOrder(const GridChains& chains, const EdgeCrossings& crossings,
              const std::vector<bool>& plain, std::vector<SegmentNode> nodes)
        : chains_(chains), crossings_(crossings), plain_(plain), segment_nodes_(std::move(nodes)) {
        noding_.crossing_count = static_cast<Index>(crossings.all.size() / 2);
    }

    Noding run() {
        put_in_order();
        if (const std::vector<SegmentNode> spikes = spike_nodes(); !spikes.empty()) {
            segment_nodes_.insert(segment_nodes_.end(), spikes.begin(), spikes.end());
            put_in_order();
        }
        return std::move(noding_);
    }

  private:
    /// Plain crossings are sorted already; the other segment nodes are sorted and merged with them.
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
        merged.reserve(segment_nodes_.size() + crossings_.all.size());
        auto next = segment_nodes_.begin();
        const auto take_while = [&](const auto& holds) {
            for (; next != segment_nodes_.end() && holds(*next); ++next) {
                if (merged.empty() || !(merged.back() == *next)) {
                    merged.push_back(*next);
                }
            }
        };
        for (const Index edge : crossings_.crossed) {
            take_while([&](const SegmentNode& s) { return s.edge < edge; });
            const AlongEdge along(chains_.point(edge), chains_.point(edge + 1));
            for (Index i = crossings_.first[edge]; i < crossings_.first[edge + 1]; ++i) {
                const CrossingOnEdge& c = crossings_.all[i];
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

    /// Where a path turns back on itself at a vertex that is not a segment node yet, it runs along
    /// the same piece twice. The vertex then has to become a segment node, so that the two pieces
    /// can be merged. If there is no segment node on either side, the vertex is the corner of a
    /// fold, and find_intersections has made it a segment node already.
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
    const EdgeCrossings& crossings_;
    const std::vector<bool>& plain_;
    std::vector<SegmentNode> segment_nodes_; ///< all but plain crossings
    Noding noding_;
};

} // namespace

Noding node_edges(const GridChains& chains, const edges::JoinHow& how) {
    EdgeIntersections found = find_intersections(chains, how);
    const EdgeCrossings crossings(chains, std::exchange(found.crossings, {}));
    MetPixels met =
        PixelSearch(chains, crossings, found.near, std::move(found.segment_nodes)).run();
    for (std::size_t r = 0; r < chains.ring_count(); ++r) {
        const Index first = chains.first_point(r);
        met.nodes.push_back({first, kNone, chains.point(first)});
    }
    Noding noding = NodeOrder(chains, crossings, met.plain, std::move(met.nodes)).run();
    noding.at_vertices_only = found.at_vertices_only;
    return noding;
}

} // namespace shapes::overlay
