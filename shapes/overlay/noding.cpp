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

// In three stages: what edges have to do with each other (edge_intersections.hpp), with the
// crossings put in order along each edge (edge_crossings.hpp); which further edges meet the hot
// pixels of those crossings; all segment nodes put in order along their edges.

namespace shapes::overlay {
namespace {

/// What the second stage finds.
struct MetPixels {
    /// By crossing: no third edge was seen to meet its pixel. Nor is a vertex there then, which
    /// would be the end of an edge that is neither of the two.
    std::vector<bool> plain;
    std::vector<SegmentNode> nodes; ///< all, but plain crossings
};

/// Finds the edges that meet hot pixels of crossings of other edges.
class PixelSearch {
  public:
    /// `nodes`: those that are known already.
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

    /// An edge that meets the pixel of a crossing of two others.
    void node_at_crossing(Index edge, const CrossingOnEdge& c) {
        add_node(edge, c.at);
        found_.plain[c.which / 2] = false;
    }

    /// Stops every edge at the crossings of other edges whose pixels it meets. Such an edge is near
    /// both edges of the crossing, so those that cross one of them, near pairs and ring neighbours
    /// are all there are.
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

    /// The edge that crosses at i, stopped in the pixels of the other crossings next to i on the
    /// same edge that it meets. The further along, the further from it.
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

    /// The crossings on edge `from` that are not beyond the ends of edge `to`.
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

/// Puts all segment nodes in order along their edges.
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
    return NodeOrder(chains, crossings, met.plain, std::move(met.nodes)).run();
}

} // namespace shapes::overlay
