// SPDX-License-Identifier: MIT
#include "shapes/difference/noding.hpp"

#include "shapes/difference/along_edge.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

namespace shapes::arrangement {
namespace {

/// Items (with an `edge` and a place `at`) grouped by edge and in order along it.
/// first[i] … first[i + 1] are those of edge i.
template<class Item>
std::vector<Index> sort_along_edges(const GridChains& chains, std::vector<Item>& items) {
    std::vector<Index> first(chains.points().size() + 1, 0);
    for (const Item& item : items) {
        ++first[item.edge + 1];
    }
    for (std::size_t i = 1; i < first.size(); ++i) {
        first[i] += first[i - 1];
    }
    std::vector<Item> grouped(items.size());
    for (const Item& item : items) {
        grouped[first[item.edge]++] = item;
    }
    items = std::move(grouped);
    for (std::size_t i = first.size() - 1; i > 0; --i) {
        first[i] = first[i - 1]; // filling has moved every start to the next one's
    }
    first[0] = 0;
    for (std::size_t begin = 0; begin < items.size();) {
        const Index edge = items[begin].edge;
        const std::size_t end = first[edge + 1];
        if (end - begin > 1) {
            const AlongEdge along(chains.point(edge), chains.point(edge + 1));
            const auto before = [&](const Item& a, const Item& b) { return along(a.at, b.at); };
            const auto run = std::span(items).subspan(begin, end - begin);
            if (!std::ranges::is_sorted(run, before)) {
                std::ranges::sort(run, before);
            }
        }
        begin = end;
    }
    return first;
}

/// Drops repeated items, grouped by edge and in order along it as by sort_along_edges.
template<class Item>
void drop_repeats(std::vector<Item>& items, std::vector<Index>& first) {
    if (std::adjacent_find(items.begin(), items.end()) == items.end()) {
        return;
    }
    Index kept = 0;
    for (std::size_t edge = 0; edge + 1 < first.size(); ++edge) {
        const Index begin = first[edge];
        first[edge] = kept;
        for (Index i = begin; i < first[edge + 1]; ++i) {
            if (i == begin || !(items[i] == items[i - 1])) {
                items[kept++] = items[i];
            }
        }
    }
    first.back() = kept;
    items.resize(kept);
}

class Noder {
  public:
    Noder(const GridChains& chains, const JoinHow& how)
        : chains_(chains), contacts_(find_contacts(chains, how)),
          first_crossing_(sort_along_edges(chains, contacts_.crossings)) {
        noding_.stops = std::move(contacts_.stops);
    }

    Noding run() {
        noding_.stops.reserve(noding_.stops.size() + contacts_.crossings.size() +
                              chains_.ring_count());
        spread_crossings();
        for (const Crossing& c : contacts_.crossings) {
            stop(c.edge, c.at);
        }
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            const Index first = chains_.first_point(r);
            noding_.stops.push_back({first, chains_.point(first)});
        }
        put_in_order();
        if (const std::vector<Stop> spikes = spike_stops(); !spikes.empty()) {
            noding_.stops.insert(noding_.stops.end(), spikes.begin(), spikes.end());
            put_in_order();
        }
        return std::move(noding_);
    }

  private:
    void stop(Index edge, GridPoint at) { noding_.stops.push_back(stop_at(chains_, edge, at)); }

    /// Stops every edge at the crossings of other edges whose cells it meets. Such an edge is near
    /// both edges of the crossing, so those that cross one of them, near pairs and ring neighbours
    /// are all there are.
    void spread_crossings() {
        for (const EdgePair pair : contacts_.near) {
            spread(pair.first, pair.second);
            spread(pair.second, pair.first);
        }
        for (Index i = 0; i < contacts_.crossings.size();) {
            const Index edge = contacts_.crossings[i].edge;
            const Index before = chains_.edge_before(edge);
            const Index after = chains_.edge_from(edge + 1);
            if (spread(edge, before)) {
                noding_.stops.push_back({edge, chains_.point(edge)});
            }
            if (spread(edge, after)) {
                noding_.stops.push_back({after, chains_.point(after)});
            }
            for (; i < first_crossing_[edge + 1]; ++i) {
                stop_at_neighbours(i);
            }
        }
    }

    /// The edge that crosses at i, stopped in the cells of the other crossings next to i on the
    /// same edge that it meets. The further along, the further from it.
    void stop_at_neighbours(Index i) {
        const Index edge = contacts_.crossings[i].edge;
        const Index with = contacts_.crossings[i].with;
        const auto meets = [&](Index other) {
            const Crossing& c = contacts_.crossings[other];
            if (certainly_off(with, c.at)) {
                return false;
            }
            if (c.with != with && meets_cell(chains_.point(with), chains_.point(with + 1), c.at)) {
                stop(with, c.at);
            }
            return true;
        };
        for (Index other = i; other-- > first_crossing_[edge] && meets(other);) {
        }
        for (Index other = i + 1; other < first_crossing_[edge + 1] && meets(other); ++other) {
        }
    }

    /// Whether c, and whatever is further along an edge that crosses this one, certainly lies in no
    /// cell that the edge meets: more than five units from its line. Crossings of one column of
    /// cells may be in the wrong order by two units, and lie beside the centres of theirs.
    bool certainly_off(Index edge, GridPoint c) const {
        constexpr double kUnits = 5.0;
        const GridPoint p = chains_.point(edge);
        const Offset d = offset(p, chains_.point(edge + 1));
        const Offset to_c = offset(p, c);
        return std::abs(d.x * to_c.y - d.y * to_c.x) >
               distance_bound(d.size(), to_c.size(), kUnits);
    }

    /// True where edge `to` meets the cell of a crossing on edge `from` (not that of the two).
    bool spread(Index from, Index to) {
        constexpr Index kFew = 8; // cheaper to look at than to search
        Index c = first_crossing_[from];
        Index end = first_crossing_[from + 1];
        if (end - c > kFew) {
            std::tie(c, end) = crossings_beside(from, to);
        }
        bool met = false;
        for (; c < end; ++c) {
            const Crossing& x = contacts_.crossings[c];
            if (x.with != to && !certainly_off(to, x.at) &&
                meets_cell(chains_.point(to), chains_.point(to + 1), x.at)) {
                stop(to, x.at);
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
        const auto crossings = std::span(contacts_.crossings);
        const auto on_edge = crossings.subspan(first_crossing_[from],
                                               first_crossing_[from + 1] - first_crossing_[from]);
        const auto place = [&along](const Crossing& x) { return along.main_coordinate(x.at); };
        const auto first = std::ranges::lower_bound(on_edge, low, {}, place);
        const auto last = std::ranges::upper_bound(on_edge, high, {}, place);
        return {static_cast<Index>(std::distance(crossings.begin(), first)),
                static_cast<Index>(std::distance(crossings.begin(), last))};
    }

    void put_in_order() {
        noding_.first_stop = sort_along_edges(chains_, noding_.stops);
        drop_repeats(noding_.stops, noding_.first_stop);
    }

    /// Where a path turns back on itself, at a vertex that is no stop yet, the same piece is gone
    /// over twice: the vertex becomes a stop, so that the two can be merged. Without a stop on
    /// either side the vertex is a folded corner and is one already.
    std::vector<Stop> spike_stops() const {
        std::vector<Stop> spikes;
        for (const Stop& s : noding_.stops) {
            add_if_spike(s.edge, spikes);
            add_if_spike(chains_.edge_from(s.edge + 1), spikes);
        }
        return spikes;
    }

    void add_if_spike(Index edge, std::vector<Stop>& spikes) const {
        const std::vector<Stop>& stops = noding_.stops;
        const std::vector<Index>& first = noding_.first_stop;
        const Index before = chains_.edge_before(edge);
        const bool stops_before = first[before] != first[before + 1];
        const bool stops_here = first[edge] != first[edge + 1];
        if (stops_here && stops[first[edge]].at == chains_.point(edge)) {
            return; // is a stop
        }
        const GridPoint from =
            stops_before ? stops[first[before + 1] - 1].at : chains_.point(before);
        const GridPoint to = stops_here ? stops[first[edge]].at : chains_.point(edge + 1);
        if (from == to) {
            spikes.push_back({edge, chains_.point(edge)});
        }
    }

    const GridChains& chains_;
    Contacts contacts_;
    std::vector<Index> first_crossing_;
    Noding noding_;
};

} // namespace

Noding node(const GridChains& chains, const JoinHow& how) {
    return Noder(chains, how).run();
}

} // namespace shapes::arrangement
