// SPDX-License-Identifier: MIT
#include "shapes/difference/nearest_left.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace shapes::arrangement {
namespace {

/// A piece across the ray, from its lower to its upper end.
struct Rung {
    GridPoint low;
    GridPoint high;
    HalfEdge down; ///< the half-edge that goes from high to low

    /// Whether, at the height of the ray, this one stands left of another. The two do not cross, so
    /// the order is the same all the way up from the higher of the two lower ends.
    bool left_of(const Rung& o) const {
        if (low.y >= o.low.y) {
            const int side = sign(orientation(o.low, o.high, low));
            return side != 0 ? side > 0 : orientation(o.low, o.high, high) > 0;
        }
        const int side = sign(orientation(low, high, o.low));
        return side != 0 ? side < 0 : orientation(low, high, o.high) < 0;
    }
};

class Search {
  public:
    Search(GridPoint at, const GridChains& chains, const OverlayTree& tree, const Noding& noding,
           const Graph& graph, const std::vector<bool>& boundary)
        : at_(at), chains_(chains), tree_(tree), levels_(tree.levels()), noding_(noding),
          graph_(graph), boundary_(boundary), here_(tree.box(at, at)) {}

    HalfEdge run() {
        visit(levels_.size() - 1, 0);
        return best_.down;
    }

  private:
    void visit(std::size_t level, std::size_t node) {
        const EdgeBox& box = levels_[level][node];
        if (box.south > here_.north || box.north < here_.south || box.west > here_.east ||
            box.east < nearest_) {
            return;
        }
        if (level == 0) {
            visit_edge(static_cast<Index>(node));
            return;
        }
        const std::size_t child = node * OverlayTree::kFan;
        const std::size_t end = std::min(child + OverlayTree::kFan, levels_[level - 1].size());
        for (std::size_t c = child; c < end; ++c) {
            visit(level - 1, c);
        }
    }

    void visit_edge(Index edge) {
        GridPoint from = chains_.points[edge];
        for (Index s = noding_.first_stop[edge]; s < noding_.first_stop[edge + 1]; ++s) {
            visit_piece(s - 1, from, noding_.stops[s].at);
            from = noding_.stops[s].at;
        }
        visit_piece(noding_.first_stop[edge + 1] - 1, from, chains_.points[edge + 1]);
    }

    void visit_piece(Index super_edge, GridPoint from, GridPoint to) {
        const bool up = to.y > at_.y;
        if (up == (from.y > at_.y)) {
            return;
        }
        const HalfEdge along = graph_.along[super_edge];
        const Rung rung = up ? Rung{from, to, twin(along)} : Rung{to, from, along};
        if (!boundary_[rung.down] || orientation(rung.low, rung.high, at_) >= 0) {
            return;
        }
        if (nearest_ == -kInfinity || best_.left_of(rung)) {
            best_ = rung;
            nearest_ = tree_.box(rung.low, rung.high).west;
        }
    }

    static constexpr float kInfinity = std::numeric_limits<float>::infinity();

    GridPoint at_;
    const GridChains& chains_;
    const OverlayTree& tree_;
    const std::vector<std::vector<EdgeBox>>& levels_;
    const Noding& noding_;
    const Graph& graph_;
    const std::vector<bool>& boundary_;
    EdgeBox here_;
    Rung best_{};
    float nearest_ = -kInfinity; ///< no edge that ends left of here can be nearer
};

} // namespace

HalfEdge nearest_left(GridPoint at, const GridChains& chains, const OverlayTree& tree,
                      const Noding& noding, const Graph& graph, const std::vector<bool>& boundary) {
    return Search(at, chains, tree, noding, graph, boundary).run();
}

} // namespace shapes::arrangement
