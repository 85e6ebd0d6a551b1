// SPDX-License-Identifier: MIT
#include "shapes/overlay/nearest_left.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace shapes::overlay {
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
            const int side = sign(orientation_value(o.low, o.high, low));
            return side != 0 ? side > 0 : orientation_value(o.low, o.high, high) > 0;
        }
        const int side = sign(orientation_value(low, high, o.low));
        return side != 0 ? side < 0 : orientation_value(low, high, o.high) < 0;
    }
};

class Search {
  public:
    Search(GridPoint at, const GridChains& chains, const Noding& noding, const PlanarGraph& graph,
           const std::vector<std::uint8_t>& boundary)
        : at_(at), chains_(chains), tree_(chains.tree()), noding_(noding), graph_(graph),
          boundary_(boundary), x_(float_of(at.x)), y_(float_of(at.y)),
          loops_(edges::kernels(best_instructions())) {}

    HalfEdge run() {
        visit_block(tree_.height() - 1, 0);
        return best_.down;
    }

  private:
    float float_of(std::int64_t v) const {
        return static_cast<float>(static_cast<double>(v) * chains_.grid().unit());
    }

    void visit_block(std::size_t level, std::size_t block) {
        constexpr std::size_t kFan = 16;
        const edges::NodeBlock& nodes = tree_.block(level, block);
        const edges::FloatBox ray{nearest_, y_, x_, y_};
        for (unsigned hits = loops_.touching(nodes, ray); hits != 0; hits &= hits - 1) {
            const auto k = static_cast<std::size_t>(std::countr_zero(hits));
            if (nodes.east[k] < nearest_) {
                continue; // something nearer was met meanwhile
            }
            if (level > 0) {
                visit_block(level - 1, kFan * block + k);
            } else {
                visit_leaf(kFan * block + k);
            }
        }
    }

    void visit_leaf(std::size_t leaf) {
        const Index first = chains_.boundary().first_edge(leaf);
        const Index last = first + static_cast<Index>(chains_.boundary().edges_in(leaf));
        for (Index edge = first; edge < last; ++edge) {
            visit_edge(edge);
        }
    }

    void visit_edge(Index edge) {
        GridPoint from = chains_.point(edge);
        for (Index s = noding_.first_segment_node[edge]; s < noding_.first_segment_node[edge + 1];
             ++s) {
            visit_piece(s - 1, from, noding_.segment_nodes[s].at);
            from = noding_.segment_nodes[s].at;
        }
        visit_piece(noding_.first_segment_node[edge + 1] - 1, from, chains_.point(edge + 1));
    }

    void visit_piece(Index super_edge, GridPoint from, GridPoint to) {
        const bool up = to.y > at_.y;
        if (up == (from.y > at_.y)) {
            return;
        }
        const HalfEdge along = graph_.along[super_edge];
        const Rung rung = up ? Rung{from, to, twin(along)} : Rung{to, from, along};
        if (boundary_[rung.down] == 0 || orientation_value(rung.low, rung.high, at_) >= 0) {
            return;
        }
        if (nearest_ == -kInfinity || best_.left_of(rung)) {
            best_ = rung;
            nearest_ = float_of(std::min(rung.low.x, rung.high.x));
        }
    }

    static constexpr float kInfinity = std::numeric_limits<float>::infinity();

    GridPoint at_;
    const GridChains& chains_;
    const edges::BoxTree& tree_;
    const Noding& noding_;
    const PlanarGraph& graph_;
    const std::vector<std::uint8_t>& boundary_;
    float x_, y_;
    const edges::Kernels& loops_;
    Rung best_{};
    float nearest_ = -kInfinity; ///< no edge that ends left of here can be nearer
};

} // namespace

HalfEdge nearest_left(GridPoint at, const GridChains& chains, const Noding& noding,
                      const PlanarGraph& graph, const std::vector<std::uint8_t>& boundary) {
    return Search(at, chains, noding, graph, boundary).run();
}

} // namespace shapes::overlay
