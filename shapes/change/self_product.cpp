// SPDX-License-Identifier: MIT
#include "shapes/change/self_product.hpp"

#include "shapes/change/sweep_totals.hpp"
#include "shapes/edges/box_tree.hpp"
#include "shapes/edges/edge_join.hpp"
#include "shapes/edges/point_location.hpp"
#include "shapes/predicates/perturbed.hpp"

#include <array>

namespace shapes::change {
namespace {

struct Edge {
    Position from, to;

    /// Whether the edge lies on the left of its displaced copy, that is, whether −δ points to its
    /// left.
    bool left_of_displaced_self() const {
        return from.lon != to.lon ? to.lon < from.lon : to.lat > from.lat;
    }
};

/// +1, −1 or 0 as crossing_sign defines it, the second edge displaced.
int crossing(const Edge& fixed, const Edge& displaced) {
    return crossing_sign(fixed.from, fixed.to, displaced.from, displaced.to);
}

class Sweep {
  public:
    Sweep(const edges::Boundary& chain, const edges::BoxTree& tree, Instructions set)
        : chain_(chain), tree_(tree), edge_loops_(edges::kernels(set)), loops_(kernels(set)) {}

    void run(const std::int8_t* fixed_steps, const std::int8_t* displaced_steps, std::size_t split,
             const AreaForm& form, SelfProduct& result) const {
        std::array<SweepTotals<SelfSums>, 2> totals;
        std::size_t leaf = 0;
        for (std::size_t p = 0; p < chain_.paths().size(); ++p) {
            const edges::Boundary::Path& path = chain_.paths()[p];
            const int start[2] = {beside_fixed(path), beside_displaced(path)};
            RunningWinding fixed{start[0], start[0], start[0]};
            RunningWinding displaced{start[1], start[1], start[1]};
            const std::size_t end = leaf + edges::Boundary::leaves_for(path.edges);
            totals[p < split ? 0 : 1].run(
                leaf, end, [&](std::size_t first, std::size_t count, SelfSums& sums) {
                    loops_.sweep_self(chain_.leaves(), fixed_steps, displaced_steps, first, count,
                                      view(form), fixed, displaced, sums);
                });
            leaf = end;
            const bool closed = chain_.is_closed(path);
            result.consistent = result.consistent && is_sound(fixed, closed, start[0]) &&
                                is_sound(displaced, closed, start[1]);
        }
        result.all = totals[0].value(0) + totals[1].value(0);
        for (std::size_t part = 0; part < 2; ++part) {
            result.beside_fixed[part] = totals[part].value(1);
            result.beside_displaced[part] = totals[part].value(2);
        }
    }

  private:
    Edge edge(std::size_t i) const { return {chain_.positions()[i], chain_.positions()[i + 1]}; }

    /// The number beside the first edge of a path for the fixed edge: the winding number of C + δ
    /// around the path's start, corrected for the corner with the last edge where the path is
    /// closed.
    int beside_fixed(const edges::Boundary::Path& path) const {
        const Edge first = edge(path.first);
        const int corner = chain_.is_closed(path) ? crossing(first, edge(path.end() - 1)) : 0;
        return edges::winding_number(first.from, chain_, tree_, edges::Displaced::boundary,
                                     edge_loops_) +
               corner - (first.left_of_displaced_self() ? 1 : 0);
    }

    /// The same for the displaced edge: from the winding number of C around the displaced start.
    int beside_displaced(const edges::Boundary::Path& path) const {
        const Edge first = edge(path.first);
        const int corner = chain_.is_closed(path) ? -crossing(edge(path.end() - 1), first) : 0;
        return edges::winding_number(first.from, chain_, tree_, edges::Displaced::place,
                                     edge_loops_) +
               corner - (first.left_of_displaced_self() ? 0 : 1);
    }

    /// Whether all numbers beside the edges of a path were possible. A winding number of C is −1, 0
    /// or 1, and the number beside an edge is the same or one less. (It is not always −1 or 0:
    /// where other edges touch a vertex, the number there is that of a place between them.)
    static bool is_sound(const RunningWinding& winding, bool closed, int start) {
        return winding.lowest >= -2 && winding.highest <= 1 && (!closed || winding.now == start);
    }

    const edges::Boundary& chain_;
    const edges::BoxTree& tree_;
    const edges::Kernels& edge_loops_;
    const Kernels& loops_;
};

} // namespace

SelfProduct self_product(const edges::Boundary& chain, std::size_t split, const AreaForm& form,
                         const KernelOptions& options) {
    const edges::Kernels& loops = edges::kernels(options.instructions);
    const edges::BoxTree tree(chain.leaves(), chain.leaf_count(), loops);
    const edges::EdgeJoin join(chain, tree, chain, tree, loops,
                               {.crossings_only = true, .search = options.search});
    const Steps fixed = no_steps(chain), displaced = no_steps(chain);
    SelfProduct result;
    result.crossings =
        sum_crossings(join, {&chain, fixed.get()}, {&chain, displaced.get()}, form, split, options);
    Sweep(chain, tree, options.instructions).run(fixed.get(), displaced.get(), split, form, result);
    return result;
}

} // namespace shapes::change
