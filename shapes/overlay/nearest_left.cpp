// SPDX-License-Identifier: MIT
#include "shapes/overlay/nearest_left.hpp"

#include "shapes/overlay/left_sweep.hpp"
#include "shapes/overlay/rung.hpp"

#include <bit>
#include <limits>

namespace shapes::overlay {
namespace {

/// One place at a time, down the tree.
class Search {
  public:
    Search(const GridChains& chains, const Noding& noding, const PlanarGraph& graph,
           const std::vector<std::uint8_t>& boundary)
        : chains_(chains), tree_(chains.tree()), noding_(noding), graph_(graph),
          boundary_(boundary), loops_(edges::kernels(best_instructions())) {}

    HalfEdge run(GridPoint at) {
        at_ = at;
        x_ = float_of(at.x);
        y_ = float_of(at.y);
        nearest_ = -kInfinity;
        best_.down = kNone;
        visit_block(tree_.height() - 1, 0);
        return best_.down;
    }

    /// Blocks, edges and pieces looked at so far.
    std::size_t work() const { return work_; }

  private:
    float float_of(std::int64_t v) const {
        return static_cast<float>(static_cast<double>(v) * chains_.grid().unit());
    }

    void visit_block(std::size_t level, std::size_t block) {
        constexpr std::size_t kFan = 16;
        const edges::NodeBlock& nodes = tree_.block(level, block);
        const edges::FloatBox ray{nearest_, y_, x_, y_};
        ++work_;
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
            work_ += 1 + noding_.first_segment_node[edge + 1] - noding_.first_segment_node[edge];
            for_each_rung(edge, chains_, noding_, graph_, boundary_,
                          [&](const Rung& rung) { visit(rung); });
        }
    }

    void visit(const Rung& rung) {
        if (rung.low.y > at_.y || rung.high.y <= at_.y || !rung.left_of(at_)) {
            return;
        }
        if (nearest_ == -kInfinity || best_.left_of(rung)) {
            best_ = rung;
            nearest_ = float_of(std::min(rung.low.x, rung.high.x));
        }
    }

    static constexpr float kInfinity = std::numeric_limits<float>::infinity();

    const GridChains& chains_;
    const edges::BoxTree& tree_;
    const Noding& noding_;
    const PlanarGraph& graph_;
    const std::vector<std::uint8_t>& boundary_;
    const edges::Kernels& loops_;
    std::size_t work_ = 0;

    GridPoint at_;
    float x_ = 0, y_ = 0;
    Rung best_{};
    float nearest_ = -kInfinity; ///< no edge that ends left of here can be nearer
};

} // namespace

std::vector<HalfEdge> nearest_left(std::span<const GridPoint> places, const GridChains& chains,
                                   const Noding& noding, const PlanarGraph& graph,
                                   const std::vector<std::uint8_t>& boundary, LeftSearch how) {
    // What the sweep costs, in pieces looked at: it sorts them and keeps them in a balanced tree.
    constexpr std::size_t work_of_a_swept_piece = 30;
    const std::size_t most_work =
        how == LeftSearch::sweep ? 0 : work_of_a_swept_piece * graph.edge_count();
    std::vector<HalfEdge> met;
    met.reserve(places.size());
    Search search(chains, noding, graph, boundary);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (search.work() >= most_work) {
            const std::vector<HalfEdge> rest =
                sweep_left(places.subspan(i), chains, noding, graph, boundary);
            met.insert(met.end(), rest.begin(), rest.end());
            break;
        }
        met.push_back(search.run(places[i]));
    }
    return met;
}

} // namespace shapes::overlay
