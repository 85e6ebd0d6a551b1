// SPDX-License-Identifier: MIT
#include "shapes/overlay/ray.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace shapes::overlay {
namespace {

class LeftwardRay {
  public:
    LeftwardRay(GridPoint at, const GridChains& chains, const Noding& noding)
        : at_(at), chains_(chains), tree_(chains.tree()), noding_(noding), x_(float_of(at.x)),
          y_(float_of(at.y)), loops_(edges::kernels(best_instructions())) {}

    WindingPair count() {
        if (!tree_.empty()) {
            visit_block(tree_.height() - 1, 0);
        }
        return winding_;
    }

  private:
    static constexpr std::size_t kFan = 16; // nodes in a block of the tree

    /// As the tree rounds its boxes: monotone, so what is left in floats is left.
    float float_of(std::int64_t v) const {
        return static_cast<float>(static_cast<double>(v) * chains_.grid().unit());
    }
    bool above(GridPoint p) const { return p.y > at_.y; }

    void visit_block(std::size_t level, std::size_t block) {
        const edges::NodeBlock& nodes = tree_.block(level, block);
        // The boxes are wider than the paths of the edges in them.
        const edges::FloatBox ray{-std::numeric_limits<float>::infinity(), y_, x_, y_};
        for (unsigned hits = loops_.touching(nodes, ray); hits != 0; hits &= hits - 1) {
            const auto k = static_cast<std::size_t>(std::countr_zero(hits));
            const std::size_t node = kFan * block + k;
            if (nodes.east[k] < x_) {
                count_run(level, node);
            } else if (level > 0) {
                visit_block(level - 1, node);
            } else {
                count_leaf(node);
            }
        }
    }

    /// Counts the edges below a node that lies wholly left of the place. Whole rings contribute
    /// nothing. Of the rings at both ends of the run, the part within it is counted by its end
    /// points.
    void count_run(std::size_t level, std::size_t node) {
        const edges::Boundary& boundary = chains_.boundary();
        const std::size_t first_leaf = node << (4 * level); // sixteen nodes to a block
        const std::size_t last_leaf =
            std::min((node + 1) << (4 * level), boundary.leaf_count()) - 1;
        const std::size_t first = boundary.first_edge(first_leaf);
        const std::size_t first_ring = boundary.path_of_leaf(first_leaf);
        const std::size_t last_ring = boundary.path_of_leaf(last_leaf);
        const Index segment_node =
            static_cast<Index>(boundary.first_edge(last_leaf) + boundary.edges_in(last_leaf));
        if (first_ring == last_ring) {
            count_between(first_ring, chains_.point(static_cast<Index>(first)),
                          chains_.point(segment_node));
            return;
        }
        count_between(first_ring, chains_.point(static_cast<Index>(first)),
                      chains_.point(chains_.last_point(first_ring)));
        count_between(last_ring, chains_.point(chains_.first_point(last_ring)),
                      chains_.point(segment_node));
    }

    void count_leaf(std::size_t leaf) {
        const Index first = chains_.boundary().first_edge(leaf);
        const std::size_t ring = chains_.boundary().path_of_leaf(leaf);
        const Index last = first + static_cast<Index>(chains_.boundary().edges_in(leaf));
        for (Index edge = first; edge < last; ++edge) {
            GridPoint from = chains_.point(edge);
            for (Index s = noding_.first_segment_node[edge];
                 s < noding_.first_segment_node[edge + 1]; ++s) {
                count_piece(ring, from, noding_.segment_nodes[s].at);
                from = noding_.segment_nodes[s].at;
            }
            count_piece(ring, from, chains_.point(edge + 1));
        }
    }

    void count_piece(std::size_t ring, GridPoint from, GridPoint to) {
        if (above(from) == above(to)) {
            return;
        }
        const Wide o = orientation_value(from, to, at_);
        const bool is_left = above(to) ? o < 0 : o > 0;
        if (is_left) {
            count_between(ring, from, to);
        }
    }

    /// A path left of the place: going up, it has the place on its right.
    void count_between(std::size_t ring, GridPoint from, GridPoint to) {
        const int step = (above(from) ? 1 : 0) - (above(to) ? 1 : 0);
        (chains_.operand_of_ring(ring) == Operand::a ? winding_.a : winding_.b) += step;
    }

    GridPoint at_;
    const GridChains& chains_;
    const edges::BoxTree& tree_;
    const Noding& noding_;
    float x_, y_;
    const edges::Kernels& loops_;
    WindingPair winding_;
};

} // namespace

WindingPair winding_left_of(GridPoint at, const GridChains& chains, const Noding& noding) {
    return LeftwardRay(at, chains, noding).count();
}

} // namespace shapes::overlay
