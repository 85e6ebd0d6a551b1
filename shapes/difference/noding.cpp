// SPDX-License-Identifier: MIT
#include "shapes/difference/noding.hpp"

#include "shapes/difference/along_edge.hpp"

#include <algorithm>
#include <cstddef>
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
            std::sort(items.begin() + static_cast<std::ptrdiff_t>(begin),
                      items.begin() + static_cast<std::ptrdiff_t>(end),
                      [&](const Item& a, const Item& b) { return along(a.at, b.at); });
        }
        begin = end;
    }
    return first;
}

class Noder {
  public:
    Noder(const GridChains& chains, const JoinHow& how)
        : chains_(chains), contacts_(find_contacts(chains, how)), stops_(contacts_.stops),
          first_crossing_(sort_along_edges(chains, contacts_.crossings)) {}

    Noding run() {
        spread_crossings();
        for (const Crossing& c : contacts_.crossings) {
            stop(c.edge, c.at);
        }
        for (std::size_t r = 0; r < chains_.ring_count(); ++r) {
            const Index first = chains_.first_point(r);
            stops_.push_back({first, chains_.point(first)});
        }
        Noding noding = in_order();
        if (const std::size_t before = stops_.size(); stop_spikes(noding), stops_.size() > before) {
            noding = in_order();
        }
        return noding;
    }

  private:
    void stop(Index edge, GridPoint at) { stops_.push_back(stop_at(chains_, edge, at)); }

    /// Stops every edge at the crossings of other edges whose cells it meets. Such an edge is near
    /// both edges of the crossing, so near pairs and ring neighbours are all there are.
    void spread_crossings() {
        for (const EdgePair pair : contacts_.near) {
            spread(pair.first, pair.second);
            spread(pair.second, pair.first);
        }
        for (std::size_t i = 0; i < contacts_.crossings.size();) {
            const Index edge = contacts_.crossings[i].edge;
            const Index before = chains_.edge_before(edge);
            const Index after = chains_.edge_from(edge + 1);
            if (spread(edge, before)) {
                stops_.push_back({edge, chains_.point(edge)});
            }
            if (spread(edge, after)) {
                stops_.push_back({after, chains_.point(after)});
            }
            i = first_crossing_[edge + 1];
        }
    }

    /// True where edge `to` meets the cell of a crossing on edge `from` (not that of the two).
    bool spread(Index from, Index to) {
        if (first_crossing_[from] == first_crossing_[from + 1]) {
            return false;
        }
        const auto at = [this](Index i) {
            return contacts_.crossings.begin() + static_cast<std::ptrdiff_t>(i);
        };
        const auto begin = at(first_crossing_[from]);
        const auto end = at(first_crossing_[from + 1]);
        const GridPoint r = chains_.point(to);
        const GridPoint s = chains_.point(to + 1);
        const AlongEdge along(chains_.point(from), chains_.point(from + 1));
        const auto [low, high] = std::minmax({along.main_coordinate(r), along.main_coordinate(s)});
        auto c = std::partition_point(begin, end, [&, least = low](const Crossing& x) {
            return along.main_coordinate(x.at) < least;
        });
        bool met = false;
        for (; c != end && along.main_coordinate(c->at) <= high; ++c) {
            if (c->with != to && meets_cell(r, s, c->at)) {
                stop(to, c->at);
                met = true;
            }
        }
        return met;
    }

    Noding in_order() const {
        Noding noding{stops_, {}};
        noding.first_stop = sort_along_edges(chains_, noding.stops);
        const std::size_t all = noding.stops.size();
        noding.stops.erase(std::unique(noding.stops.begin(), noding.stops.end()),
                           noding.stops.end());
        if (noding.stops.size() < all) {
            noding.first_stop = sort_along_edges(chains_, noding.stops);
        }
        return noding;
    }

    /// Where a path turns back on itself, at a vertex that is no stop yet, the same piece is gone
    /// over twice: the vertex becomes a stop, so that the two can be merged. Without a stop on
    /// either side the vertex is a folded corner and is one already.
    void stop_spikes(const Noding& noding) {
        for (const Stop& s : noding.stops) {
            stop_spike(noding, s.edge);
            stop_spike(noding, chains_.edge_from(s.edge + 1));
        }
    }

    void stop_spike(const Noding& noding, Index edge) {
        const Index before = chains_.edge_before(edge);
        const Index end_before = noding.first_stop[before + 1];
        const Index begin = noding.first_stop[edge];
        const Index end = noding.first_stop[edge + 1];
        if (begin != end && noding.stops[begin].at == chains_.point(edge)) {
            return; // is a stop
        }
        const GridPoint from = noding.first_stop[before] != end_before
                                   ? noding.stops[end_before - 1].at
                                   : chains_.point(before);
        const GridPoint to = begin != end ? noding.stops[begin].at : chains_.point(edge + 1);
        if (from == to) {
            stops_.push_back({edge, chains_.point(edge)});
        }
    }

    const GridChains& chains_;
    Contacts contacts_;
    std::vector<Stop>& stops_;
    std::vector<Index> first_crossing_;
};

} // namespace

Noding node(const GridChains& chains, const JoinHow& how) {
    return Noder(chains, how).run();
}

} // namespace shapes::arrangement
