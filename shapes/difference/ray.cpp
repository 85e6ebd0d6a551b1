// SPDX-License-Identifier: MIT
#include "shapes/difference/ray.hpp"

#include <algorithm>

namespace shapes::arrangement {
namespace {

class LeftwardRay {
  public:
    LeftwardRay(GridPoint at, const GridChains& chains, const OverlayTree& tree,
                const Noding& noding)
        : at_(at), chains_(chains), levels_(tree.levels()), noding_(noding),
          here_(tree.box(at, at)) {}

    WindingPair count() {
        visit(levels_.size() - 1, 0);
        return winding_;
    }

  private:
    bool above(GridPoint p) const { return p.y > at_.y; }

    void visit(std::size_t level, std::size_t node) {
        const EdgeBox& box = levels_[level][node];
        if (box.south > here_.north || box.north < here_.south || box.west > here_.east) {
            return;
        }
        const std::size_t width = std::size_t{1} << (3 * level);
        const std::size_t first = node * width;
        const std::size_t last = std::min(first + width, chains_.points.size());
        if (box.east < here_.west) {
            count_run(first, last);
        } else if (level == 0) {
            count_pieces(static_cast<Index>(node));
        } else {
            const std::size_t child = node * OverlayTree::kFan;
            const std::size_t end = std::min(child + OverlayTree::kFan, levels_[level - 1].size());
            for (std::size_t c = child; c < end; ++c) {
                visit(level - 1, c);
            }
        }
    }

    /// Edges [first, last), all left of the place: of whole rings nothing remains, of the rings at
    /// both ends the part that is in the run counts by its end points.
    void count_run(std::size_t first, std::size_t last) {
        const auto ring_of = [this](std::size_t point) {
            const auto after =
                std::upper_bound(chains_.ring_starts.begin(), chains_.ring_starts.end(), point);
            return static_cast<std::size_t>(after - chains_.ring_starts.begin()) - 1;
        };
        const std::size_t first_ring = ring_of(first);
        const std::size_t last_ring = ring_of(last - 1);
        const std::size_t stop = std::min<std::size_t>(last, chains_.last_point(last_ring));
        if (first_ring == last_ring) {
            count_between(first_ring, chains_.points[first], chains_.points[stop]);
            return;
        }
        count_between(first_ring, chains_.points[first],
                      chains_.points[chains_.last_point(first_ring)]);
        count_between(last_ring, chains_.points[chains_.first_point(last_ring)],
                      chains_.points[stop]);
    }

    void count_pieces(Index edge) {
        const std::size_t ring = static_cast<std::size_t>(
            std::upper_bound(chains_.ring_starts.begin(), chains_.ring_starts.end(), edge) -
            chains_.ring_starts.begin() - 1);
        if (edge == chains_.last_point(ring)) {
            return; // no edge
        }
        GridPoint from = chains_.points[edge];
        for (Index s = noding_.first_stop[edge]; s < noding_.first_stop[edge + 1]; ++s) {
            count_piece(ring, from, noding_.stops[s].at);
            from = noding_.stops[s].at;
        }
        count_piece(ring, from, chains_.points[edge + 1]);
    }

    void count_piece(std::size_t ring, GridPoint from, GridPoint to) {
        if (above(from) == above(to)) {
            return;
        }
        const Wide o = orientation(from, to, at_);
        const bool is_left = above(to) ? o < 0 : o > 0;
        if (is_left) {
            count_between(ring, from, to);
        }
    }

    /// A path left of the place: going up, it has the place on its right.
    void count_between(std::size_t ring, GridPoint from, GridPoint to) {
        const int step = (above(from) ? 1 : 0) - (above(to) ? 1 : 0);
        (chains_.chain_of_ring(ring) == Chain::a ? winding_.a : winding_.b) += step;
    }

    GridPoint at_;
    const GridChains& chains_;
    const std::vector<std::vector<EdgeBox>>& levels_;
    const Noding& noding_;
    EdgeBox here_;
    WindingPair winding_;
};

} // namespace

WindingPair winding_left_of(GridPoint at, const GridChains& chains, const OverlayTree& tree,
                            const Noding& noding) {
    return LeftwardRay(at, chains, tree, noding).count();
}

} // namespace shapes::arrangement
