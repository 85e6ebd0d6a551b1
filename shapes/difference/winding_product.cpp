// SPDX-License-Identifier: MIT
#include "shapes/difference/winding_product.hpp"

#include "shapes/difference/box_tree.hpp"
#include "shapes/difference/edge_join.hpp"
#include "shapes/difference/parallel.hpp"
#include "shapes/difference/point_location.hpp"
#include "shapes/difference/sweep_totals.hpp"

#include <array>

namespace shapes {
namespace {

/// One region's boundary with its tree and the steps of the other one's winding number.
struct Chain {
    Chain(const Boundary& edges, const Kernels& loops)
        : boundary(&edges), tree(edges.leaves(), edges.leaf_count(), loops),
          steps(no_steps(edges)) {}

    const Boundary* boundary;
    BoxTree tree;
    Steps steps;
};

struct SweepResult {
    double inside = 0;
    double outside = 0;
    bool consistent = true;
};

/// The whole edges: every ring with the winding number of the other region at its start, changed
/// along the way by the crossings met.
SweepResult sweep(const Chain& chain, const Chain& other, Displaced displaced, const AreaForm& form,
                  const Kernels& loops) {
    const Boundary& boundary = *chain.boundary;
    SweepResult result;
    SweepTotals<SweepSums> totals;
    std::size_t leaf = 0;
    for (const Boundary::Path& path : boundary.paths()) {
        const int start = winding_number(boundary.positions()[path.first], *other.boundary,
                                         other.tree, displaced, loops);
        RunningWinding winding{start, start, start};
        const std::size_t end = leaf + Boundary::leaves_for(path.edges);
        totals.run(leaf, end, [&](std::size_t first, std::size_t count, SweepSums& sums) {
            loops.sweep(boundary.leaves(), chain.steps.get(), first, count, view(form), winding,
                        sums);
        });
        leaf = end;
        result.consistent = result.consistent && winding.lowest >= 0 && winding.highest <= 1 &&
                            winding.now == start;
    }
    result.inside = totals.value(0);
    result.outside = totals.value(1);
    return result;
}

} // namespace

WindingProduct winding_product(const Boundary& boundary_a, const Boundary& boundary_b,
                               const AreaForm& form, const KernelOptions& options) {
    const Kernels& loops = kernels(options.instructions);
    const Chain a(boundary_a, loops), b(boundary_b, loops);
    const EdgeJoin join(boundary_a, a.tree, boundary_b, b.tree, loops,
                        {true, options.oriented_boxes, options.sorted_edges});
    const CrossingSums crossings = sum_crossings(
        join, {&boundary_a, a.steps.get()}, {&boundary_b, b.steps.get()}, form, kNoSplit, options);
    std::array<SweepResult, 2> sweeps;
    for_each_task(2, options.threads, [&](std::size_t task, std::size_t) {
        sweeps[task] = task == 0 ? sweep(a, b, Displaced::boundary, form, loops)
                                 : sweep(b, a, Displaced::place, form, loops);
    });
    WindingProduct result;
    result.inside_a = sweeps[0].inside;
    result.outside_a = sweeps[0].outside;
    result.inside_b = sweeps[1].inside;
    result.outside_b = sweeps[1].outside;
    result.consistent = sweeps[0].consistent && sweeps[1].consistent;
    result.crossings = crossings.all;
    result.crossing_count = crossings.crossings;
    result.candidate_count = crossings.candidates;
    return result;
}

} // namespace shapes
